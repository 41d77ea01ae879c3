import { gunzipSync } from 'node:zlib';
import { MessageTable } from '../../period/message-table.js';
import { credits, toUnits, ZERO } from '../../pricing/index.js';
import { SEALED_HEADER } from './sealed-lines.js';

/** Bytes that are no sealed file, or that have a text price too long for the table's columns. */
export class UnreadableSealedFileError extends Error {}

/**
 * The messages of a sealed file in its order, without texts. Throws an UnreadableSealedFileError.
 */
export const loadSealed = (gzipped: Uint8Array): MessageTable => {
  try {
    return tableOf(gunzipSync(gzipped).toString());
  } catch (error) {
    throw new UnreadableSealedFileError('not a sealed file', { cause: error });
  }
};

const tableOf = (csv: string): MessageTable => {
  const [header, ...lines] = csv.trimEnd().split('\n');
  if (header !== SEALED_HEADER) throw new RangeError(`not the header: ${header}`);
  const rows = lines
    .map((line) => line.split(','))
    .map(([id, , timestamp = '', reportId, textCredits = '']) => ({
      message: { id: Number(id), text: '', timestamp, ...(reportId && { reportId: Number(reportId) }) },
      price: credits(textCredits),
    }));
  const scale = rows.reduce((finest, { price }) => Math.max(finest, price.scale), ZERO.scale);
  const table = new MessageTable(scale);
  for (const { message, price } of rows) table.append(message, toUnits(price, scale));
  return table;
};
