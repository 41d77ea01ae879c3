import { Readable } from 'node:stream';
import readWorkbook from 'read-excel-file/node';
import type { Test } from 'supertest';

/**
 * The cells of each sheet by its name, as a library reads them: dates as `Date`, empty cells as null. To the second, because
 * the library drops what the nearest binary fraction lacks to a millisecond.
 */
export type Sheets = Readonly<Record<string, readonly (readonly unknown[])[]>>;

export const readSheets = async (workbook: Buffer): Promise<Sheets> => {
  const sheets = await readWorkbook(Readable.from([workbook]));
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map(toSecond))]));
};

const toSecond = (cell: unknown): unknown =>
  cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell;

/** The body of an answer as bytes. */
export const bytesOf = async (asking: Test): Promise<Buffer> => {
  const answer = await asking.buffer().parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
  return answer.body as Buffer;
};
