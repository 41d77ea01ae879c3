import { builtLedger, type JournalRow } from '../built-ledger.js';
import { cpuMs } from './cpu-ms.js';

/** Messages that each reading adds: a million in a month of minutes. */
const ADDED = 23;
const ROWS_AT_ONCE = 500;
const START = Date.parse('2026-04-01T00:00:00Z');
const SOURCE = 'bench';

/**
 * Writes a journal of `readings` readings to a new `file`, and resolves to the milliseconds of CPU
 * that an engine takes to fold it.
 */
export const foldOfMonth = async (file: string, readings: number): Promise<number> => {
  const { LedgerEngine, openSqliteStore, toRows, ZERO } = await builtLedger();
  const change = (entry: number): object => {
    const epochMs = START + entry * 2000;
    const timestamp = new Date(epochMs).toISOString();
    const message = {
      id: 1000 + entry,
      timestamp,
      epochMs,
      nanoseconds: 0,
      textCredits: ZERO,
      textPrint: '0123456789',
    };
    return { op: 'added', period: '2026-04-01', entry, line: { nth: 0, message, rateCard: 'c0de' } };
  };
  const entryOf = (reading: number): object => ({
    kind: 'reading',
    number: reading + 1,
    atMs: START + reading * 60_000,
    digest: String(reading),
    judgement: {
      outcome: 'applied',
      period: '2026-04-01',
      ...(reading === 0 && { opens: { previous: undefined } }),
      rateCard: 'c0de',
      changes: Array.from({ length: ADDED }, (_, index) => change(reading * ADDED + index)),
      carried: [],
      corrections: [],
    },
  });
  const store = await openSqliteStore(file, SOURCE);
  let newest: JournalRow | undefined;
  for (let from = 0; from < readings; from += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, readings - from);
    const written = toRows(
      Array.from({ length: count }, (_, index) => entryOf(from + index)),
      newest,
    );
    await store.append({ ...written, seals: [], rateCards: [], explanations: [] });
    newest = written.rows.at(-1);
  }
  await store.close();
  const options = { source: SOURCE, graceMs: 0, keeps: 'amounts', key: 'k'.repeat(32) };
  const engine = new LedgerEngine(() => openSqliteStore(file, SOURCE), options);
  const fold = await cpuMs(async () => {
    const [period] = await engine.reader.periods();
    if (period?.messages !== readings * ADDED) throw new Error('the fold has other messages than the journal');
  });
  await engine.ledger.close();
  return fold;
};
