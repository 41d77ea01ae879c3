import type { Entry } from '../rule/entry.js';
import { DocumentText } from './document-text.js';
import { type DocumentReading, readDocument } from './entry-document.js';
import { unzip } from '../unzip.js';
import type { UnzippedRow } from './unzip-rows.js';

/** A row of the journal whose document cannot be read. */
export class DamagedRowError extends Error {
  override readonly name = 'DamagedRowError';

  constructor(
    readonly number: number,
    options?: ErrorOptions,
  ) {
    super(`row ${number} of the journal is damaged`, options);
  }
}

/**
 * The entries of a row: the one it was made of, and a confirmation of the newest reading if upstream
 * gave that again. `newestReading` is the number of the newest reading before this row, 0 for none. Throws a DamagedRowError.
 */
export const entriesOf = (row: UnzippedRow, newestReading: number, options?: DocumentReading): Entry[] => {
  const { confirmedAt } = row;
  const entry = readEntry(row, options);
  if (confirmedAt === null) return [entry];
  const reading = entry.kind === 'reading' ? entry.number : newestReading;
  return [entry, { kind: 'confirmation', reading, atMs: Date.parse(confirmedAt) }];
};

const readEntry = ({ number, document, text }: UnzippedRow, options?: DocumentReading): Entry => {
  try {
    return readDocument(text ?? new DocumentText(unzip(document)), options);
  } catch (cause) {
    throw new DamagedRowError(number, { cause });
  }
};
