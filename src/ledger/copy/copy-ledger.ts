import type { SealRow, StoredRow } from '../store/ledger-rows.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { TargetNotEmptyError } from './target-not-empty.error.js';

/** What is written in one transaction, unless a single row is larger. */
const BATCH_BYTES = 1 << 20;
const BATCH_ROWS = 500;

/**
 * Copies a ledger into a store that is empty, or that has its first rows, as after a copy that was
 * broken off: then it goes on from there. Rows are written in their order with all that belongs to
 * them, so what is there is a whole ledger at any time. Resolves to how many rows were written;
 * rejects with a TargetNotEmptyError, and writes nothing, if the target has other rows.
 */
export const copyLedger = async (from: LedgerStore, to: LedgerStore): Promise<number> => {
  const newest = await to.newest();
  let after = newest?.number ?? 0;
  let copied = 0;
  for await (const rows of batchesOf(from, Math.max(after, 1))) {
    const [first] = rows;
    if (newest && first?.number === newest.number) {
      if (first.chain !== newest.chain) throw new TargetNotEmptyError();
      await confirm(to, first);
      rows.shift();
    } else if (first?.number !== after + 1) throw new TargetNotEmptyError();
    if (rows.length === 0) continue;
    await append(from, to, after, rows);
    after += rows.length;
    copied += rows.length;
  }
  if (copied === 0 && (await from.newest())?.chain !== newest?.chain) throw new TargetNotEmptyError();
  return copied;
};

const confirm = async (to: LedgerStore, { number, confirmedAt }: StoredRow): Promise<void> => {
  if (confirmedAt !== null)
    await to.append({ after: number, confirmedAt, rows: [], seals: [], rateCards: [], explanations: [] });
};

const append = async (from: LedgerStore, to: LedgerStore, after: number, rows: readonly StoredRow[]): Promise<void> => {
  const seals: SealRow[] = [];
  for (const { kind, period } of rows) {
    const seal = kind === 'closing' && period !== null ? await from.seal(period) : undefined;
    if (seal) seals.push(seal);
  }
  await to.append({
    after,
    rows,
    seals,
    rateCards: await from.rateCards(),
    explanations: await from.explanationsOfRows(after + 1, after + rows.length),
  });
};

async function* batchesOf(store: LedgerStore, first: number): AsyncGenerator<StoredRow[]> {
  let batch: StoredRow[] = [];
  let bytes = 0;
  for await (const row of store.journal(first)) {
    batch.push(row);
    bytes += row.document.length;
    if (bytes < BATCH_BYTES && batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
