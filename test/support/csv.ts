/** A cell, quoted or plain, and what ends it: RFC 4180 has no bare CR, LF or quote outside quotes. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;

/** The rows of a CSV file, read by the letter of RFC 4180 with CRLF after every row. Throws where a file is anything else. */
export const parseCsv = (file: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let place = 0; place < file.length; place = CELL.lastIndex) {
    CELL.lastIndex = place;
    const match = CELL.exec(file);
    if (!match) throw new Error(`not RFC 4180 from ${JSON.stringify(file.slice(place, place + 40))}`);
    const [, quoted, plain = '', end] = match;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) throw new Error('the last row does not end');
  return rows;
};
