import { createHash } from 'node:crypto';
import type { Bill } from '../billing/bill.js';
import { filterRows, intervalOf } from '../billing/query/selection.js';
import { sortedBy } from '../billing/query/sorting.js';
import type { TimeSlice } from '../time/time-slice.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import { BillChangedError } from './bill-changed.error.js';
import type { UsageQueryDto } from './usage-query.dto.js';

export interface Page {
  readonly rows: Uint32Array;
  /** Absent on the last page. */
  readonly nextCursor?: string;
}

/** The rows of the bill that the query asks for, in the order that it asks for. */
export const selectRows = async (bill: Bill, query: UsageQueryDto, timeSlice: TimeSlice): Promise<Uint32Array> =>
  sortedBy(bill, await filterRows(bill, query, timeSlice), query.sort ?? [], timeSlice);

/** Base64url characters of a digest in a cursor: 96 bits. */
const DIGEST_LENGTH = 16;

/**
 * The page of the rows `selected` that the query asks for. A cursor belongs to one bill, by its tag, and to one selection,
 * by its filters and order: within those it is the index of the first row that follows. Throws an InvalidInputError where
 * the filters or the order are others, and a {@link BillChangedError} where `billTag` is another: rows may have moved, so
 * that a page would repeat or skip some.
 */
export const pageOf = (selected: Uint32Array, query: UsageQueryDto, billTag: string): Page => {
  const { cursor, limit = selected.length } = query;
  const owner = [digest(filtersOf(query)), digest(billTag)] as const;
  const start = cursor === undefined ? 0 : indexIn(cursor, owner);
  if (start > 0 && start >= selected.length) throw notACursor();
  const end = start + limit;
  const rows = selected.subarray(start, end);
  if (rows.length === 0 || end >= selected.length) return { rows };
  return { rows, nextCursor: Buffer.from([...owner, end].join('.')).toString('base64url') };
};

/** The index of the first row of the page that the cursor names. */
const indexIn = (cursor: string, [filters, bill]: readonly [string, string]): number => {
  const [itsFilters, itsBill, ...rest] = Buffer.from(cursor, 'base64url').toString().split('.');
  if (itsFilters !== filters) throw invalid('belongs to a page with other filters or another order');
  if (itsBill !== bill) throw new BillChangedError();
  const index = rest.join('.');
  if (!/^\d{1,10}$/.test(index)) throw notACursor();
  return Number(index);
};

const invalid = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'cursor', reason }]);

const notACursor = (): InvalidInputError => invalid('is not a cursor of this route');

const filtersOf = ({ basis, message_id, report_id, min_credits, sort, ...interval }: UsageQueryDto): string =>
  JSON.stringify([intervalOf(interval), basis, message_id, report_id, min_credits, sort]);

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, DIGEST_LENGTH);
