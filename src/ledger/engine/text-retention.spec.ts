import { describe, expect, it } from '@jest/globals';
import { give, sent } from '../../../test/support/engine-readings.js';
import { useLedgerEngine } from '../../../test/support/use-ledger-engine.js';
import { verifyLedger } from '../verify/verify-ledger.js';
import type { LedgerEngine } from './ledger-engine.js';

const REPORTS = [{ id: 9, name: 'Lease Abstract', creditCost: '79.125' }];
const APRIL = [sent(1, 0), sent(2, 1, { reportId: 9 }), sent(3, 2, { text: 'And for the walls?' })];
const EDITED = [sent(1, 0, { text: 'Who mends the roof?' }), ...APRIL.slice(1)];
const MAY = [sent(11, 720), sent(12, 721)];
/** Hours from the start of the tests to one and to two months after April was closed, 29 May 03:00. */
const [ONE_MONTH, TWO_MONTHS] = [723 + 31 * 24, 723 + 61 * 24];

/** April with an edit, closed, with its texts. */
const closeApril = async (engine: LedgerEngine): Promise<void> => {
  await give(engine, APRIL, 3, REPORTS);
  await give(engine, EDITED, 4, REPORTS);
  await give(engine, MAY, 722);
  await give(engine, MAY, 723);
};

/** Everything but the texts that is told of April. */
const told = async ({ reader }: LedgerEngine) => ({
  period: (await reader.periods()).find(({ id }) => id === '2024-04-29'),
  lines: await reader.lines('2024-04-29', undefined),
  sealed: await reader.sealed('2024-04-29'),
  receipts: await Promise.all(
    [1, 2, 3].map(async (id) =>
      (await reader.explain('2024-04-29', id))?.map(({ lines, total }) => ({ lines, total })),
    ),
  ),
});

describe('texts that are kept for two months', () => {
  const { start, openStore } = useLedgerEngine();

  it('are deleted by the first reading two months after their period was closed', async () => {
    const engine = start({ keeps: 'texts', textMonths: 2 });
    await closeApril(engine);
    expect(await give(engine, MAY, ONE_MONTH)).toMatchObject({ textsDeleted: [] });
    expect((await engine.reader.texts('2024-04-29'))?.texts).toEqual(EDITED.map(({ text }) => text));
    expect(await engine.writer.confirm(Date.UTC(2024, 6, 29, 4))).toMatchObject({ textsDeleted: ['2024-04-29'] });
    expect((await engine.reader.texts('2024-04-29'))?.texts).toBeUndefined();
    expect(await engine.reader.explain('2024-04-29', 1)).toMatchObject([{ text: undefined }]);
    expect(await give(engine, MAY, TWO_MONTHS + 2)).toMatchObject({ textsDeleted: [] });
  });

  it('leave lines, digest and receipts as they were, and a ledger that is right', async () => {
    const engine = start({ keeps: 'texts', textMonths: 2 });
    await closeApril(engine);
    const before = await told(engine);
    expect(await give(start({ keeps: 'texts', textMonths: 2 }), MAY, TWO_MONTHS + 1)).toMatchObject({
      textsDeleted: ['2024-04-29'],
    });
    expect(await told(start())).toEqual(before);
    const store = await openStore();
    await expect(verifyLedger(store, { source: 'default' })).resolves.toBeDefined();
    await store.close();
  });

  it('are kept while their period is open, however old', async () => {
    const engine = start({ keeps: 'texts', textMonths: 2 });
    await give(engine, APRIL, 3, REPORTS);
    await give(engine, APRIL, TWO_MONTHS + 1, REPORTS);
    expect((await engine.reader.texts('2024-04-29'))?.texts).toEqual(APRIL.map(({ text }) => text));
  });

  it('are kept for ever if no months are set', async () => {
    const engine = start({ keeps: 'texts' });
    await closeApril(engine);
    await give(engine, MAY, 40 * TWO_MONTHS);
    expect((await engine.reader.texts('2024-04-29'))?.texts).toEqual(EDITED.map(({ text }) => text));
  });
});
