import { credits } from '../../pricing/index.js';
import type { Interval } from '../../time/interval.js';
import { isDate, startOfDate } from '../../time/date-in-zone.js';
import { compareEpochTimes, type EpochTime } from '../../time/epoch-time.js';
import { LAST_EPOCH_TIME, parseEpochTime } from '../../time/rfc3339.js';
import { Calendar } from '../../time/windows.js';
import type { TimeSlice } from '../../time/time-slice.js';
import { InvalidInputError } from '../../validation/invalid-input.error.js';
import type { Bill } from '../bill.js';
import { costsAtLeast } from './costs-at-least.js';
import { isBefore } from './is-before.js';
import type { IntervalQueryDto } from './interval-query.dto.js';
import type { SelectionQueryDto } from './selection-query.dto.js';

/** Whether a row of the bill passes a filter. */
type RowFilter = (row: number) => boolean;

/** After every timestamp that RFC 3339 can express. */
const END_OF_TIME = { epochMs: LAST_EPOCH_TIME.epochMs + 1, nanoseconds: 0 };

/**
 * The interval that the query asks for. A `to` at the last instant that a timestamp can express
 * includes that instant: callers cannot write a later one. Throws an InvalidInputError if the
 * interval is empty.
 */
export const toInterval = (query: IntervalQueryDto): Interval => {
  const from = parseBound(query.from, query);
  const to = parseBound(query.to, query);
  if (from && to && compareEpochTimes(from, to) >= 0) {
    throw new InvalidInputError([{ field: 'to', reason: `must be after from${describeStart(from, query)}` }]);
  }
  return { from, to: to && compareEpochTimes(to, LAST_EPOCH_TIME) === 0 ? END_OF_TIME : to };
};

const parseBound = (bound: string | undefined, { time_zone = 'UTC' }: IntervalQueryDto): EpochTime | undefined => {
  if (bound === undefined) return undefined;
  return isDate(bound) ? startOfDate(bound, time_zone) : parseEpochTime(bound);
};

/**
 * Tells when `from` begins if it is a date: two dates can begin at the same instant, if the clock
 * skips the first one.
 */
const describeStart = (start: EpochTime, { from, time_zone = 'UTC' }: IntervalQueryDto): string =>
  isDate(from) ? `, which begins at ${new Calendar('P1D', time_zone).formatTimestamp(start)}` : '';

/**
 * The rows that pass all filters of the query, in upstream's order. Throws an InvalidInputError for
 * an empty interval.
 */
export const filterRows = async (bill: Bill, query: SelectionQueryDto, timeSlice: TimeSlice): Promise<Uint32Array> => {
  const filters = toFilters(bill, query);
  const rows = bill.messages.rows();
  if (filters.length === 0) return rows;
  let length = 0;
  await timeSlice.forRows(rows.length, (start, end) => {
    // In place: an index that is written is never beyond the row that is read.
    for (let row = start; row < end; row += 1) {
      if (filters.every((passes) => passes(row))) rows[length++] = row;
    }
  });
  return rows.slice(0, length);
};

const toFilters = (bill: Bill, query: SelectionQueryDto): RowFilter[] => {
  const { basis, message_id: id, report_id: reportId, min_credits: minimum } = query;
  return [
    ...toTimeFilters(bill, toInterval(query)),
    ...(basis === undefined ? [] : [(row: number) => bill.basis(row) === basis]),
    ...(id === undefined ? [] : [(row: number) => bill.messages.id(row) === id]),
    ...(reportId === undefined ? [] : [(row: number) => bill.namedReport(row)?.id === reportId]),
    ...(minimum === undefined ? [] : [costsAtLeast(bill, credits(minimum))]),
  ];
};

const toTimeFilters = (bill: Bill, { from, to }: Interval): RowFilter[] => [
  ...(from ? [(row: number) => !isBefore(bill.messages, row, from)] : []),
  ...(to ? [(row: number) => isBefore(bill.messages, row, to)] : []),
];
