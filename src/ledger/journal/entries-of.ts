import type { Entry } from '../rule/entry.js';
import type { StoredRow } from '../store/ledger-store.js';
import { readDocument } from './entry-document.js';

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
 * gave that again. `newestReading` is the number of the newest reading before this row, 0 for none.
 * Throws a DamagedRowError.
 */
export const entriesOf = ({ number, document, confirmedAt }: StoredRow, newestReading: number): Entry[] => {
  const entry = readEntry(number, document);
  if (confirmedAt === null) return [entry];
  const reading = entry.kind === 'reading' ? entry.number : newestReading;
  return [entry, { kind: 'confirmation', reading, atMs: Date.parse(confirmedAt) }];
};

const readEntry = (number: number, document: Uint8Array): Entry => {
  try {
    return readDocument(document);
  } catch (cause) {
    throw new DamagedRowError(number, { cause });
  }
};
