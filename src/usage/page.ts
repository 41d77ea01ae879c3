import { createHash } from 'node:crypto';
import type { Turn } from '../time/turn.js';
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
export const pageOf = async (bill: Bill, selected: Uint32Array, query: UsageQueryDto, turn: Turn): Promise<Page> => {
  const { cursor, limit = selected.length } = query;
  const start = cursor === undefined ? 0 : (await indexOf(cursor, bill, selected, query, turn)) + 1;
  const end = start + limit;
  const rows = selected.subarray(start, end);
  if (rows.length === 0 || end >= selected.length) return { rows };
  return { rows, nextCursor: encode(`${digestOf(query)}.${await nameOf(end - 1, bill, selected, turn)}`) };
};

/** The index of the entry that the cursor names. */
const indexOf = async (
  cursor: string,
  bill: Bill,
  selected: Uint32Array,
  query: UsageQueryDto,
  turn: Turn,
): Promise<number> => {
  const [digest, id, occurrence] = decode(cursor).split('.');
  if (digest !== digestOf(query)) throw invalid('belongs to a page with other filters or another order');
  const index = (await indicesOf(Number(id), bill, selected, turn))[Number(occurrence)];
  if (index === undefined) throw invalid('names an entry that is no longer there: start again without it');
  return index;
};

const invalid = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'cursor', reason }]);

const encode = (text: string): string => Buffer.from(text).toString('base64url');

const decode = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();

/** Its id and how many entries with the same id come before it: upstream may send an id twice. */
const nameOf = async (index: number, bill: Bill, selected: Uint32Array, turn: Turn): Promise<string> => {
  const id = bill.messageId(selected[index] ?? NaN);
  const before = await indicesOf(id, bill, selected.subarray(0, index), turn);
  return `${id}.${before.length}`;
};

/** Where the entries with an id are. */
const indicesOf = async (id: number, bill: Bill, selected: Uint32Array, turn: Turn): Promise<number[]> => {
  const indices: number[] = [];
  await turn.inSlices(selected.length, (start, end) => {
    for (let index = start; index < end; index += 1) {
      if (bill.messageId(selected[index] ?? NaN) === id) indices.push(index);
    }
  });
  return indices;
};

const digestOf = ({ from, to, basis, message_id, report_id, min_credits, sort }: UsageQueryDto): string =>
  createHash('sha256')
    .update(JSON.stringify([from, to, basis, message_id, report_id, min_credits, sort]))
    .digest('base64url')
    .slice(0, 12);
