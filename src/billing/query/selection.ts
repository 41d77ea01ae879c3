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

/** Whether a row of the bill is wanted. */
type Wanted = (row: number) => boolean;

const END_OF_TIME = { epochMs: LAST_EPOCH_TIME.epochMs + 1, nanoseconds: 0 };

/**
 * The interval that the query asks for. A `to` at the last moment that a timestamp can say is the end of all time: no
 * later one can be written. Throws an InvalidInputError where nothing lies between.
 */
export const intervalOf = (query: IntervalQueryDto): Interval => {
  const from = momentIn(query.from, query);
  const to = momentIn(query.to, query);
  if (from && to && compareEpochTimes(from, to) >= 0) {
    throw new InvalidInputError([{ field: 'to', reason: `must be after from${inZone(from, query)}` }]);
  }
  return { from, to: to && compareEpochTimes(to, LAST_EPOCH_TIME) === 0 ? END_OF_TIME : to };
};

const momentIn = (bound: string | undefined, { time_zone = 'UTC' }: IntervalQueryDto): EpochTime | undefined => {
  if (bound === undefined) return undefined;
  return isDate(bound) ? startOfDate(bound, time_zone) : parseEpochTime(bound);
};

/** Of dates, when they begin: two may begin at one instant, where a clock skips the first of them. */
const inZone = (moment: EpochTime, { from, time_zone = 'UTC' }: IntervalQueryDto): string =>
  isDate(from) ? `, which begins at ${new Calendar('P1D', time_zone).formatTimestamp(moment)}` : '';

/** The rows that the query asks for, in upstream's order. */
export const filterRows = async (bill: Bill, query: SelectionQueryDto, timeSlice: TimeSlice): Promise<Uint32Array> => {
  const filters = filtersOf(bill, query);
  const rows = bill.messages.rows();
  if (filters.length === 0) return rows;
  let wanted = 0;
  await timeSlice.forRows(rows.length, (start, end) => {
    // What is wanted moves to the front, never past what is still to be read.
    for (let row = start; row < end; row += 1) {
      if (filters.every((isWanted) => isWanted(row))) rows[wanted++] = row;
    }
  });
  return rows.slice(0, wanted);
};

const filtersOf = (bill: Bill, query: SelectionQueryDto): Wanted[] => {
  const { basis, message_id: id, report_id: reportId, min_credits: minimum } = query;
  return [
    ...within(bill, intervalOf(query)),
    ...(basis === undefined ? [] : [(row: number) => bill.basis(row) === basis]),
    ...(id === undefined ? [] : [(row: number) => bill.messages.id(row) === id]),
    ...(reportId === undefined ? [] : [(row: number) => bill.namedReport(row)?.id === reportId]),
    ...(minimum === undefined ? [] : [costsAtLeast(bill, credits(minimum))]),
  ];
};

const within = (bill: Bill, { from, to }: Interval): Wanted[] => [
  ...(from ? [(row: number) => !isBefore(bill.messages, row, from)] : []),
  ...(to ? [(row: number) => isBefore(bill.messages, row, to)] : []),
];
