import { ChainCheck } from '../journal/find-damage.js';
import { type UnzippedRow, unzipRows } from '../journal/unzip-rows.js';
import type { StoredRow } from '../store/ledger-rows.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { FoldedJournal } from './folded-journal.js';
import { hasOwnHeader } from './gzip-header.js';
import { WrongLedgerError } from './wrong-ledger.error.js';

/**
 * Recomputes the chain of the journal and reads it row by row. Resolves to what it tells;
 * rejects with a WrongLedgerError that names the first row that is wrong.
 */
export const checkJournal = async (store: Pick<LedgerStore, 'journal'>): Promise<FoldedJournal> => {
  const journal = new FoldedJournal();
  const chain = new ChainCheck();
  for await (const row of unzipRows(store.journal())) {
    if (!chain.continuesWith(row)) throw notAsWritten(chain.next);
    if (!isWhole(row)) throw notAsWritten(row.number);
    takeIn(row, journal);
  }
  return journal;
};

/** Whether the parts of a row are in order that its chain does not cover. */
const isWhole = ({ document, confirmedAt }: StoredRow): boolean =>
  hasOwnHeader(document) && (confirmedAt === null || isTime(confirmedAt));

const isTime = (text: string): boolean => {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text;
};

const takeIn = (row: UnzippedRow, journal: FoldedJournal): void => {
  try {
    journal.take(row);
  } catch (cause) {
    throw new WrongLedgerError(`row ${row.number} of the journal does not follow from the rows before it`, { cause });
  }
};

const notAsWritten = (row: number): WrongLedgerError =>
  new WrongLedgerError(`row ${row} of the journal is not what was written`);
