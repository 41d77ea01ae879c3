import { createHash } from 'node:crypto';
import type { Bill } from '../billing/bill.js';
import { filterRows, toInterval } from '../billing/query/selection.js';
import { sortRows } from '../billing/query/sorting.js';
import type { TimeSlice } from '../time/time-slice.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import { BillChangedError } from './bill-changed.error.js';
import type { UsagePageQueryDto } from './usage-query.dto.js';

/** Some rows of a selection. */
export interface Page {
  readonly rows: Uint32Array;
  /** The cursor of the next page; absent on the last one. */
  readonly nextCursor?: string;
}

/**
 * The rows of the bill that the query selects, in the order that it asks for. Throws an
 * InvalidInputError.
 */
export const selectRows = async (bill: Bill, query: UsagePageQueryDto, timeSlice: TimeSlice): Promise<Uint32Array> =>
  sortRows(bill, await filterRows(bill, query, timeSlice), query.sort ?? [], timeSlice);

/** Base64url characters of a digest in a cursor: 96 bits. */
const DIGEST_LENGTH = 16;

/**
 * The page of `selected` rows that the query asks for. A cursor has digests of the filters and
 * order and of `billTag`, and the index of the page's first row. Throws an InvalidInputError if the
 * filters or the order differ, and a {@link BillChangedError} if `billTag` differs: rows may have
 * moved, so that a page could repeat or skip some.
 */
export const toPage = (selected: Uint32Array, query: UsagePageQueryDto, billTag: string): Page => {
  const { cursor, limit = selected.length } = query;
  const owner = [digest(formatFilters(query)), digest(billTag)] as const;
  const start = cursor === undefined ? 0 : parseCursor(cursor, owner);
  if (start > 0 && start >= selected.length) throw notACursor();
  const end = start + limit;
  const rows = selected.subarray(start, end);
  if (rows.length === 0 || end >= selected.length) return { rows };
  return { rows, nextCursor: Buffer.from([...owner, end].join('.')).toString('base64url') };
};

/** The index of the first row of the cursor's page. */
const parseCursor = (cursor: string, [filters, bill]: readonly [string, string]): number => {
  const [cursorFilters, cursorBill, ...rest] = Buffer.from(cursor, 'base64url').toString().split('.');
  if (cursorFilters !== filters) throw invalid('belongs to a page with other filters or another order');
  if (cursorBill !== bill) throw new BillChangedError();
  const index = rest.join('.');
  if (!/^\d{1,10}$/.test(index)) throw notACursor();
  return Number(index);
};

const invalid = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'cursor', reason }]);

const notACursor = (): InvalidInputError => invalid('is not a cursor of this route');

const formatFilters = ({ basis, message_id, report_id, min_credits, sort, ...interval }: UsagePageQueryDto): string =>
  JSON.stringify([toInterval(interval), basis, message_id, report_id, min_credits, sort]);

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
