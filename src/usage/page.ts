import { createHash } from 'node:crypto';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { Bill } from './bill.js';
import type { UsageQueryDto } from './usage-query.dto.js';

export interface Page {
  readonly rows: Uint32Array;
  /** Absent on the last page. */
  readonly nextCursor?: string;
}

/**
 * The page of the rows `selected` that the query asks for. A cursor names the entry that the page before ended with, not a position:
 * entries that are added meanwhile are neither skipped after it nor repeated. It carries a digest of the filters and the order, and
 * is refused with others (InvalidInputError), as is one whose entry is no longer there.
 */
export const pageOf = (bill: Bill, selected: Uint32Array, query: UsageQueryDto): Page => {
  const { cursor, limit = selected.length } = query;
  const start = cursor === undefined ? 0 : placeOf(cursor, bill, selected, query) + 1;
  const end = start + limit;
  const rows = selected.subarray(start, end);
  if (rows.length === 0 || end >= selected.length) return { rows };
  return { rows, nextCursor: encode(`${digestOf(query)}.${nameOf(end - 1, bill, selected)}`) };
};

const placeOf = (cursor: string, bill: Bill, selected: Uint32Array, query: UsageQueryDto): number => {
  const [digest, id, occurrence] = decode(cursor).split('.');
  if (digest !== digestOf(query)) throw invalid('belongs to a page with other filters or another order');
  const place = placesOf(Number(id), bill, selected)[Number(occurrence)];
  if (place === undefined) throw invalid('names an entry that is no longer there: start again without it');
  return place;
};

const invalid = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'cursor', reason }]);

const encode = (text: string): string => Buffer.from(text).toString('base64url');

const decode = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();

/** Its id and how many entries with the same id come before it: upstream may send an id twice. */
const nameOf = (place: number, bill: Bill, selected: Uint32Array): string => {
  const id = bill.messageId(selected[place] ?? NaN);
  return `${id}.${placesOf(id, bill, selected).indexOf(place)}`;
};

const placesOf = (id: number, bill: Bill, selected: Uint32Array): number[] => {
  const places: number[] = [];
  selected.forEach((row, place) => {
    if (bill.messageId(row) === id) places.push(place);
  });
  return places;
};

const digestOf = ({ from, to, basis, message_id, report_id, min_credits, sort }: UsageQueryDto): string =>
  createHash('sha256')
    .update(JSON.stringify([from, to, basis, message_id, report_id, min_credits, sort]))
    .digest('base64url')
    .slice(0, 12);
