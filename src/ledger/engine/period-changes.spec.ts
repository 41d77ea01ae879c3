import { describe, expect, it } from '@jest/globals';
import { give, sent } from '../../../test/support/engine-readings.js';
import { useLedgerEngine } from '../../../test/support/use-ledger-engine.js';
import type { LedgerStore } from '../store/ledger-store.js';
import type { LedgerEngine } from './ledger-engine.js';

const APRIL = '2024-04-29';
const messages = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => sent(first + index, first + index));

/** Twenty readings of April, of which each adds a message, drops one, or both; then one of May. */
const record = async (engine: LedgerEngine): Promise<void> => {
  for (let reading = 1; reading <= 20; reading += 1)
    await give(engine, messages(reading % 3 === 0 ? 2 : 1, 3 + reading), reading + 30);
  await give(engine, [sent(500, 720)], 730);
};

describe('the changes of a period', () => {
  const { start, openStore } = useLedgerEngine();

  it('are the same whole or from any reading on, and after a restart', async () => {
    await record(start());
    const { reader } = start();
    const whole = await reader.changes(APRIL, 0);
    expect(whole?.readings.map(({ reading }) => reading)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(whole?.next).toBe(21);
    for (let after = 0; after <= 21; after += 1)
      expect(await reader.changes(APRIL, after)).toEqual({ readings: whole?.readings.slice(after), next: 21 });
  });

  it('say what a line was before, and what it is', async () => {
    const engine = start();
    await give(engine, [sent(1, 0, { text: 'Who pays for the roof?' }), sent(2, 1)], 3);
    await give(engine, [sent(1, 0, { text: 'Who?' })], 4);
    await give(engine, [sent(1, 0, { text: 'Who?' }), sent(2, 1)], 5);
    const [, second, third] = (await engine.reader.changes(APRIL, 0))?.readings ?? [];
    const told = [second, third].map((reading) =>
      reading?.changes.map(({ op, messageId, was, now, cause }) => [op, messageId, was?.units, now?.units, cause]),
    );
    const line = (await engine.reader.explain(APRIL, 2))?.[0]?.total.units;
    const edited = (await engine.reader.explain(APRIL, 1))?.[0]?.total.units;
    expect(told).toEqual([
      [
        ['changed', 1, line, edited, 'edited'],
        ['missing', 2, line, line, undefined],
      ],
      [['back', 2, line, line, undefined]],
    ]);
  });

  it('are read from the rows that a page shows, and from no other', async () => {
    await record(start());
    const read: number[] = [];
    const counted = async (): Promise<LedgerStore> => {
      const store = await openStore();
      const journal = store.journal.bind(store);
      store.journal = async function* (from) {
        for await (const row of journal(from)) {
          read.push(row.number);
          yield row;
        }
      };
      return store;
    };
    const { reader } = start({ unaskedMs: Infinity }, counted);
    await reader.periods();
    read.length = 0;
    await reader.changes(APRIL, 17);
    expect(read).toEqual([18, 19, 20]);
    await reader.changes(APRIL, 20);
    expect(read).toEqual([18, 19, 20]);
  });
});
