import { areTooMany, boundsOf } from '../billing/query/window-bounds.js';
import { inWindows } from '../billing/query/by-window.js';
import type { TimeSlice } from '../time/time-slice.js';
import type { Calendar } from '../time/windows.js';
import { byTime } from '../billing/query/sorting.js';
import { type ComparedBills, ComparedTotals } from './compared-bills.js';
import type { ComparedDayDto, ComparisonDto } from './comparison.dto.js';

/** Every day from the first to the last; where a stray timestamp makes that too many, those with a message. */
export const comparedDays = async (
  bills: ComparedBills,
  days: Calendar,
  timeSlice: TimeSlice,
): Promise<Pick<ComparisonDto, 'windows' | 'by_day'>> => {
  const { baseline } = bills;
  const inOrder = await byTime(baseline, baseline.messages.rows(), timeSlice);
  const bounds = boundsOf(baseline, inOrder, {}, days);
  if (!bounds) return { windows: 'all', by_day: [] };
  const windows = (await areTooMany(bounds, days, timeSlice)) ? 'occupied' : 'all';
  const byDay: ComparedDayDto[] = [];
  const totals = new ComparedTotals(bills);
  for (const { from, rows } of inWindows(baseline, inOrder, bounds, windows, days)) {
    byDay.push({ date: days.formatDate(from.epochMs), ...(await totals.of(rows, timeSlice)) });
    await timeSlice.yieldIfSpent();
  }
  return { windows, by_day: byDay };
};
