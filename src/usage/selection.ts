import { credits, isLess } from '../pricing/index.js';
import { compareInstants, instantOf } from '../time/instant.js';
import { contains, type Interval } from '../time/interval.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { BilledMessage } from './billed-message.js';
import { sortedBy } from './sorting.js';
import type { IntervalQueryDto, SelectionQueryDto, UsageQueryDto } from './usage-query.dto.js';

/** Throws an InvalidInputError where nothing lies between. */
export const intervalOf = (query: IntervalQueryDto): Interval => {
  const from = query.from === undefined ? undefined : instantOf(query.from);
  const to = query.to === undefined ? undefined : instantOf(query.to);
  if (from && to && compareInstants(from, to) >= 0) {
    throw new InvalidInputError([{ field: 'to', reason: 'must be after from' }]);
  }
  return { from, to };
};

/** The messages whose time lies in the interval. Timestamps are read only where it has an end: the whole bill needs none. */
const within = (messages: readonly BilledMessage[], interval: Interval): readonly BilledMessage[] =>
  !interval.from && !interval.to
    ? messages
    : messages.filter(({ message }) => contains(interval, instantOf(message.timestamp)));

/** The messages that the query asks for, in upstream's order. */
export const narrow = (messages: readonly BilledMessage[], query: SelectionQueryDto): readonly BilledMessage[] => {
  const { basis, message_id: id, report_id: reportId, min_credits: minimum } = query;
  const least = minimum === undefined ? undefined : credits(minimum);
  return within(messages, intervalOf(query)).filter(
    (billed) =>
      (basis === undefined || billed.basis === basis) &&
      (id === undefined || billed.message.id === id) &&
      (reportId === undefined || billed.message.reportId === reportId) &&
      (least === undefined || !isLess(billed.price.total, least)),
  );
};

/** The messages that the query asks for, in the order that it asks for. */
export const select = (messages: readonly BilledMessage[], query: UsageQueryDto): BilledMessage[] =>
  sortedBy(narrow(messages, query), query.sort ?? []);
