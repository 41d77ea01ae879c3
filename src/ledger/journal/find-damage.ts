import type { StoredRow } from '../store/ledger-store.js';
import { hashDocument } from './entry-document.js';
import { CHAIN_START, chainOf } from './row-chain.js';

/**
 * Number of the first row that is not what was written, or that is not where it was; undefined if
 * all are. Rows missing at the end are not noticed: compare the chain of the newest row for that.
 */
export const findDamage = async (rows: AsyncIterable<StoredRow> | Iterable<StoredRow>): Promise<number | undefined> => {
  let number = 1;
  let chain = CHAIN_START;
  for await (const row of rows) {
    if (row.number !== number || row.chain !== expectedChain(row, chain)) return number;
    number += 1;
    chain = row.chain;
  }
  return undefined;
};

/** Undefined if the document cannot be read. */
const expectedChain = (row: StoredRow, previous: string): string | undefined => {
  try {
    return chainOf(row, hashDocument(row.document), previous);
  } catch {
    return undefined;
  }
};
