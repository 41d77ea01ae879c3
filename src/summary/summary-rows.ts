import type { TimeSlice } from '../time/time-slice.js';
import type { Calendar } from '../time/windows.js';
import { toAmount } from '../billing/amount.js';
import type { Bill, Share } from '../billing/bill.js';
import { Tally } from '../billing/tally.js';
import { type Grouping, toGroups } from './groups.js';
import type { FilledWindow } from '../billing/query/by-window.js';
import type { SummaryRowDto, SummaryTotalsDto } from './summary.dto.js';

/**
 * Yields a row for each window, or for each group in it. It keeps none: there may be as many rows
 * as messages.
 */
export const toSummaryRows = async function* (
  bill: Bill,
  windows: Iterable<FilledWindow>,
  groupings: readonly Grouping[],
  calendar: Calendar,
  timeSlice: TimeSlice,
): AsyncGenerator<SummaryRowDto> {
  const tally = new Tally(bill);
  for (const { from, to, rows } of windows) {
    const [start, end] = [calendar.formatTimestamp(from), calendar.formatTimestamp(to)];
    await tally.addRows(rows, timeSlice);
    for (const { labels, shares } of toGroups(bill, tally.takeShares(), groupings)) {
      const { credits_used, messages } = toTotals(bill, shares);
      yield { from: start, to: end, ...labels, credits_used, messages };
      await timeSlice.yieldIfSpent();
    }
  }
};

/** The number of these messages and what they cost together. */
export const toTotals = (bill: Bill, shares: readonly Share[]): SummaryTotalsDto => ({
  credits_used: toAmount(bill.creditsOf(shares)),
  messages: shares.reduce((messages, share) => messages + share.messages, 0),
});
