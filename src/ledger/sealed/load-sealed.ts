import { gunzipSync } from 'node:zlib';
import { MessageTable } from '../../period/message-table.js';
import { SEALED_HEADER } from './sealed-lines.js';

/** Bytes that are no sealed file, or that have a text price too long for the table's columns. */
export class UnreadableSealedFileError extends Error {}

/** Decimal places of what the standard card produces; other cards may be finer. */
const HUNDREDTHS = 2;

/**
 * The messages of a sealed period in its order, as the current one's are held. Texts are not in the
 * file. Throws an UnreadableSealedFileError.
 */
export const loadSealed = (gzipped: Uint8Array): MessageTable => {
  const [header, ...lines] = gunzipSync(gzipped).toString().trimEnd().split('\n');
  if (header !== SEALED_HEADER) throw new UnreadableSealedFileError(`not a sealed file: ${header}`);
  const rows = lines.map((line) => line.split(','));
  const scale = rows.reduce(
    (finest, [, , , , textCredits = '']) => Math.max(finest, placesOf(textCredits)),
    HUNDREDTHS,
  );
  const table = new MessageTable(scale);
  for (const [id, , timestamp = '', reportId, textCredits = ''] of rows) {
    const message = { id: Number(id), text: '', timestamp, ...(reportId && { reportId: Number(reportId) }) };
    table.append(message, unitsOf(textCredits, scale));
  }
  return table;
};

const placesOf = (decimal: string): number => {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
};

const unitsOf = (decimal: string, scale: number): number => {
  const units = Number(decimal.replace('.', '') + '0'.repeat(scale - placesOf(decimal)));
  if (Number.isSafeInteger(units)) return units;
  throw new UnreadableSealedFileError(`a text costs ${decimal}`);
};
