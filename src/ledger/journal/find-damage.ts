import { hash } from 'node:crypto';
import type { StoredRow } from '../store/ledger-rows.js';
import { CHAIN_START, chainOf } from './row-chain.js';
import { unzip } from '../unzip.js';
import { type UnzippedRow, unzipRows } from './unzip-rows.js';

/**
 * Number of the first row that is not what was written, or that is not where it was; undefined if
 * all are. Rows missing at the end are not noticed: compare the chain of the newest row for that.
 */
export const findDamage = async (rows: AsyncIterable<StoredRow> | Iterable<StoredRow>): Promise<number | undefined> => {
  const chain = new ChainCheck();
  for await (const row of unzipRows(rows)) if (!chain.continuesWith(row)) return chain.next;
  return undefined;
};

/** Checks the rows of a journal one after another, from the first. */
export class ChainCheck {
  /** Number of the row that is expected next. */
  next = 1;
  private chain = CHAIN_START;

  /** Whether the next row is what was written, where it was written. */
  continuesWith(row: UnzippedRow): boolean {
    if (row.number !== this.next || row.chain !== expectedChain(row, this.chain)) return false;
    this.next += 1;
    this.chain = row.chain;
    return true;
  }
}

/** Undefined if the document cannot be read. */
const expectedChain = (row: UnzippedRow, previous: string): string | undefined => {
  try {
    return chainOf(row, hash('sha256', row.text?.ownBytes ?? unzip(row.document)), previous);
  } catch {
    return undefined;
  }
};
