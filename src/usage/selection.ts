import { credits } from '../pricing/index.js';
import { compareInstants, instantOf } from '../time/instant.js';
import type { Interval } from '../time/interval.js';
import { momentOf } from '../time/moment.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { Bill } from './bill.js';
import { sortedBy } from './sorting.js';
import type { IntervalQueryDto, SelectionQueryDto, UsageQueryDto } from './usage-query.dto.js';

/** Whether a row of the bill is wanted. */
type Wanted = (row: number) => boolean;

/** Throws an InvalidInputError where nothing lies between. */
export const intervalOf = (query: IntervalQueryDto): Interval => {
  const from = query.from === undefined ? undefined : instantOf(query.from);
  const to = query.to === undefined ? undefined : instantOf(query.to);
  if (from && to && compareInstants(from, to) >= 0) {
    throw new InvalidInputError([{ field: 'to', reason: 'must be after from' }]);
  }
  return { from, to };
};

/** The rows that the query asks for, in upstream's order. */
export const narrow = (bill: Bill, query: SelectionQueryDto): Uint32Array => {
  const filters = filtersOf(bill, query);
  return filters.length === 0 ? bill.rows() : bill.rows().filter((row) => filters.every((isWanted) => isWanted(row)));
};

/** The rows that the query asks for, in the order that it asks for. */
export const select = (bill: Bill, query: UsageQueryDto): Uint32Array =>
  sortedBy(bill, narrow(bill, query), query.sort ?? []);

const filtersOf = (bill: Bill, query: SelectionQueryDto): Wanted[] => {
  const { basis, message_id: id, report_id: reportId, min_credits: minimum } = query;
  return [
    ...within(bill, intervalOf(query)),
    ...(basis === undefined ? [] : [(row: number) => bill.basis(row) === basis]),
    ...(id === undefined ? [] : [(row: number) => bill.messageId(row) === id]),
    ...(reportId === undefined ? [] : [(row: number) => bill.reportId(row) === reportId]),
    ...(minimum === undefined ? [] : [bill.costsAtLeast(credits(minimum))]),
  ];
};

const within = (bill: Bill, { from, to }: Interval): Wanted[] => {
  const [start, end] = [from && momentOf(from), to && momentOf(to)];
  return [
    ...(start ? [(row: number) => !bill.isBefore(row, start)] : []),
    ...(end ? [(row: number) => bill.isBefore(row, end)] : []),
  ];
};
