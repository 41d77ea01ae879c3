import { type Credits, credits, plus, sum, ZERO } from '../../pricing/credits.js';
import type { LedgerPeriod } from './api.types.js';
import { startOfWeek, yearOf } from './calendar.js';
import { formatDate, formatDateRange, formatDayOfYear, formatMonth, formatWeekday, needsYear } from './format-time.js';
import { groupBy } from './group-by.js';
import { formatPeriod } from './period-dates.js';
import type { Day } from './period-overview.js';

/** One bar of the chart. */
export interface Bar {
  readonly key: string;
  /** What stands below the bar: `2 Mar`. */
  readonly label: string;
  /** What the bar covers: `Mon 2 Mar 2026`. */
  readonly name: string;
  readonly total: Credits;
  /** The part of `total` that reports priced; `undefined` if it is not known. */
  readonly reports?: Credits;
  readonly messages: number;
  /** First and last date that the bar covers; the id of its period if it is a bar of the history. */
  readonly from: string;
  readonly to: string;
}

/** What one bar stands for. */
export type Unit = 'day' | 'week' | 'month' | 'year';

/** The group of a date, for each unit. */
const GROUPS: Readonly<Record<Unit, (date: string) => string>> = {
  day: (date) => date,
  week: startOfWeek,
  month: (date) => date.slice(0, -'-DD'.length),
  year: yearOf,
};

const UNITS = Object.keys(GROUPS) as Unit[];

/** Share of its place that a bar fills; the rest is the gap to the next one. */
export const BAR_FILL = 0.72;

/** Narrower bars can neither be told apart nor hit. */
const BAR_MIN_PX = 6;

/** The finest unit whose bars are wide enough in a plot of this width; years if none is. */
export const chooseUnit = (days: readonly Day[], plotWidth: number): Unit => {
  const most = (plotWidth * BAR_FILL) / BAR_MIN_PX;
  return UNITS.find((unit) => new Set(days.map(({ date }) => GROUPS[unit](date))).size <= most) ?? 'year';
};

/** A bar for each day, week, month or year with a day in `days`, in their order. */
export const toBars = (days: readonly Day[], unit: Unit): Bar[] => {
  const hasYears = needsYear(days[0]?.date, days.at(-1)?.date);
  const toLabel = (date: string): string => {
    if (unit === 'month') return formatMonth(date);
    if (unit === 'year') return yearOf(date);
    return hasYears ? formatDate(date) : formatDayOfYear(date);
  };
  return [...groupBy(days, ({ date }) => GROUPS[unit](date)).values()].map((group) => {
    const [from, to] = [group[0]?.date ?? '', group.at(-1)?.date ?? ''];
    const reports = sum(group.map((day) => day.reports));
    return {
      key: from,
      label: toLabel(from),
      name: from === to ? formatWeekday(from) : formatDateRange(from, to),
      total: plus(reports, sum(group.map((day) => day.questions))),
      reports,
      messages: group.reduce((count, { messages }) => count + messages, 0),
      from,
      to,
    };
  });
};

/** A bar for each period of the ledger, the oldest first. */
export const toPeriodBars = (periods: readonly LedgerPeriod[], timeZone: string): Bar[] =>
  periods.toReversed().map((period) => ({
    key: period.id,
    label: formatDate(period.id.slice(0, 'YYYY-MM-DD'.length)),
    name: formatPeriod(period, timeZone),
    total: period.messages === 0 ? ZERO : credits(period.credits_used),
    messages: period.messages,
    from: period.id,
    to: period.id,
  }));
