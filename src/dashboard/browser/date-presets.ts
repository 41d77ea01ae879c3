import { addDays, compareDates, startOfWeek } from './calendar.js';
import type { Day } from './period-overview.js';
import type { Filters } from './view.js';

export interface DatePreset extends Pick<Filters, 'from' | 'to'> {
  readonly name: string;
}

/**
 * Ranges that people ask for, counted from the last day of the period: a period that is closed has
 * no today. Ranges that would be the whole period are left out.
 */
export const toPresets = (days: readonly Day[]): DatePreset[] => {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  const presets: DatePreset[] = [{ name: 'All', from: undefined, to: undefined }];
  if (first === undefined || last === undefined || last.length > 'YYYY-MM-DD'.length) return presets;
  const startOfMonth = `${last.slice(0, -2)}01`;
  const ranges = [
    { name: 'Last day', from: last },
    { name: 'Last 7 days', from: addDays(last, -6) },
    { name: 'Last 30 days', from: addDays(last, -29) },
    { name: 'Last week, from Monday', from: startOfWeek(last) },
    { name: 'Last month, from the 1st', from: startOfMonth },
  ];
  const narrower = ranges.filter(({ from }) => compareDates(from, first) > 0);
  return [...presets, ...narrower.map((range) => ({ ...range, to: last }))];
};
