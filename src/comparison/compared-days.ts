import { hasTooManyWindows, findBounds } from '../billing/query/window-bounds.js';
import { toFilledWindows } from '../billing/query/by-window.js';
import type { TimeSlice } from '../time/time-slice.js';
import type { Calendar } from '../time/windows.js';
import { sortByTime } from '../billing/query/sorting.js';
import { ComparedTotals } from './compared-bills.js';
import type { ComparedBills } from './compared-shares.js';
import type { ComparedDayDto, ComparisonDto } from './comparison.dto.js';

/**
 * Compares every day from the first to the last; only those with a message if a stray timestamp
 * makes them too many.
 */
export const compareDays = async (
  bills: ComparedBills,
  days: Calendar,
  timeSlice: TimeSlice,
): Promise<Pick<ComparisonDto, 'windows' | 'by_day'>> => {
  const { baseline } = bills;
  const inOrder = await sortByTime(baseline, baseline.messages.rows(), timeSlice);
  const bounds = findBounds(baseline, inOrder, {}, days);
  if (!bounds) return { windows: 'all', by_day: [] };
  const windows = (await hasTooManyWindows(bounds, days, timeSlice)) ? 'occupied' : 'all';
  const byDay: ComparedDayDto[] = [];
  const totals = new ComparedTotals(bills);
  for (const { from, rows } of toFilledWindows(baseline, inOrder, bounds, windows, days)) {
    byDay.push({ date: days.formatDate(from.epochMs), ...(await totals.sum(rows, timeSlice)) });
    await timeSlice.yieldIfSpent();
  }
  return { windows, by_day: byDay };
};
