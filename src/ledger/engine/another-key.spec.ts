import { describe, expect, it } from '@jest/globals';
import { give, sent } from '../../../test/support/engine-readings.js';
import { useLedgerEngine } from '../../../test/support/use-ledger-engine.js';
import { verifyLedger } from '../verify/verify-ledger.js';
import type { LedgerEngine } from './ledger-engine.js';

const ROOF = sent(1, 0, { text: 'Who pays for the roof?' });
const DOOR = sent(1, 0, { text: 'Who pays for the door?' });
const SECOND = sent(2, 1);
const NEW_KEY = { key: 'another key of the tests' };

/** What is told of the open period, but for its readings. */
const told = async ({ reader }: LedgerEngine) => {
  const [period] = await reader.periods();
  const lines = await reader.lines('2024-04-29', undefined);
  const csv = typeof lines === 'object' && Buffer.from(lines.csv).toString();
  return { ...period, readings: undefined, confirmedAt: undefined, csv };
};

describe('a ledger under another key', () => {
  const { start, openStore } = useLedgerEngine();

  it('prints the texts again with the first reading, which changes nothing else', async () => {
    const before = start();
    await give(before, [ROOF, SECOND], 3);
    const after = start(NEW_KEY);
    expect(await give(after, [ROOF, SECOND], 4)).toMatchObject({ number: 2, outcome: 'applied' });
    expect(await told(after)).toEqual(await told(before));
    expect((await after.reader.changes('2024-04-29', 1))?.readings).toEqual([]);
    expect(await give(after, [ROOF, SECOND], 5)).toMatchObject({ number: 2, outcome: 'confirmed' });
    expect(await give(start(NEW_KEY), [ROOF, SECOND], 6)).toMatchObject({ number: 2, outcome: 'confirmed' });
    const store = await openStore();
    await expect(verifyLedger(store, { source: 'default' })).resolves.toBeDefined();
    await store.close();
  });

  it('notices an edit at the same price again, after the next start too', async () => {
    await give(start(), [ROOF, SECOND], 3);
    await give(start(NEW_KEY), [ROOF, SECOND], 4);
    const engine = start(NEW_KEY);
    expect(await give(engine, [DOOR, SECOND], 5)).toMatchObject({ number: 3, outcome: 'applied' });
    expect((await engine.reader.periods())[0]?.changes).toMatchObject({ edited: 1 });
  });

  it('cannot tell an edit that came with the new key, and finds it once the old key is back', async () => {
    await give(start(), [ROOF], 3);
    const engine = start(NEW_KEY);
    await give(engine, [DOOR], 4);
    expect((await engine.reader.periods())[0]?.changes).toMatchObject({ edited: 0 });
    const back = start();
    await give(back, [DOOR], 5);
    expect((await back.reader.periods())[0]?.changes).toMatchObject({ edited: 1 });
  });

  it('writes no prints for their own sake where each start has a random key', async () => {
    await give(start(), [ROOF], 3);
    const engine = start({ ...NEW_KEY, isKeyRandom: true });
    expect(await give(engine, [ROOF], 4)).toMatchObject({ number: 1, outcome: 'confirmed' });
    await give(engine, [ROOF, SECOND], 5);
    await give(engine, [DOOR, SECOND], 6);
    expect((await engine.reader.periods())[0]?.changes).toMatchObject({ edited: 1 });
  });
});
