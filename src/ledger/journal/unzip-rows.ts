import type { StoredRow } from '../store/ledger-rows.js';
import { DocumentText } from './document-text.js';
import { statedLength, unzip } from '../unzip.js';

/** A row whose document may have been unzipped already. */
export interface UnzippedRow extends StoredRow {
  /** The text of `document`, where that was unzipped together with others. */
  readonly text?: DocumentText;
}

/** Bytes of text that are unzipped together. */
const TEXT_BYTES = 1 << 18;

/**
 * Yields the same rows, with their texts where they are small: one call of zlib unzips hundreds of
 * documents in the time that it takes for a few alone. A row whose document is damaged, or large, is
 * left as it is.
 */
export async function* unzipRows(rows: AsyncIterable<StoredRow> | Iterable<StoredRow>): AsyncGenerator<UnzippedRow> {
  let together: StoredRow[] = [];
  let bytes = 0;
  for await (const row of rows) {
    together.push(row);
    bytes += statedLength(row.document);
    if (bytes < TEXT_BYTES) continue;
    yield* withTexts(together);
    [together, bytes] = [[], 0];
  }
  yield* withTexts(together);
}

/**
 * Gzip members can be unzipped in one go. If the text is as long as the documents state together,
 * each has the part of it that it states: none has a second member, or bytes that are no member.
 */
const withTexts = (rows: readonly StoredRow[]): readonly UnzippedRow[] => {
  const lengths = rows.map(({ document }) => statedLength(document));
  const bytes = unzipTogether(rows, lengths);
  if (!bytes) return rows;
  let end = 0;
  return rows.map((row, index) => {
    const start = end;
    end += lengths[index] ?? 0;
    return { ...row, text: new DocumentText(bytes, start, end) };
  });
};

/** The texts of the documents, one after another; undefined if they have not these lengths together. */
const unzipTogether = (rows: readonly StoredRow[], lengths: readonly number[]): Buffer | undefined => {
  const length = lengths.reduce((a, b) => a + b, 0);
  if (rows.length < 2 || length > 2 * TEXT_BYTES || lengths.includes(0)) return undefined;
  try {
    const bytes = unzip(Buffer.concat(rows.map(({ document }) => document)));
    return bytes.length === length ? bytes : undefined;
  } catch {
    return undefined;
  }
};
