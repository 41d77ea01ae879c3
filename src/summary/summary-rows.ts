import type { TimeSlice } from '../time/time-slice.js';
import type { Calendar } from '../time/windows.js';
import { toAmount } from '../billing/amount.js';
import type { Bill, Share } from '../billing/bill.js';
import { Tally } from '../billing/tally.js';
import { type Grouping, groupsOf } from './groups.js';
import type { FilledWindow } from '../billing/query/by-window.js';
import type { SummaryRowDto, SummaryTotalsDto } from './summary.dto.js';

/** A row for each window, or for each group that a window has. There may be as many as messages: none is kept. */
export const summaryRows = async function* (
  bill: Bill,
  windows: Iterable<FilledWindow>,
  groupings: readonly Grouping[],
  calendar: Calendar,
  timeSlice: TimeSlice,
): AsyncGenerator<SummaryRowDto> {
  const tally = new Tally(bill);
  for (const { from, to, rows } of windows) {
    const [start, end] = [calendar.formatTimestamp(from), calendar.formatTimestamp(to)];
    await tally.add(rows, timeSlice);
    for (const { labels, shares } of groupsOf(bill, tally.take(), groupings)) {
      const { credits_used, messages } = totalsOf(bill, shares);
      yield { from: start, to: end, ...labels, credits_used, messages };
      await timeSlice.yieldIfSpent();
    }
  }
};

/** What these messages come to. */
export const totalsOf = (bill: Bill, shares: readonly Share[]): SummaryTotalsDto => ({
  credits_used: toAmount(bill.creditsOf(shares)),
  messages: shares.reduce((messages, share) => messages + share.messages, 0),
});
