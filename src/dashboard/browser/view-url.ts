import type { Basis } from './api.types.js';
import { compareDates, isDate } from './calendar.js';
import { parseInteger, toQuery } from './query.js';
import { parseSort } from './sort.js';
import { isTimeZone } from './time-zones.js';
import { BASES, DEFAULT_VIEW, type View } from './view.js';

type Parser = (value: string) => Partial<View> | undefined;

const parseZone: Parser = (timeZone) => (isTimeZone(timeZone) ? { timeZone } : undefined);

/** The parser of each query parameter of the page; it returns `undefined` for an invalid value. */
const PARSERS: Readonly<Record<string, Parser>> = {
  zone: parseZone,
  period: (period) =>
    period === 'current' ? {} : /^\d{4}-\d\d-\d\d(\.\d{1,9})?$/.test(period) ? { period } : undefined,
  from: (from) => (isDate(from) ? { from } : undefined),
  to: (to) => (isDate(to) ? { to } : undefined),
  report_id: (value) => parseIntegerPart(value, (report) => ({ report })),
  basis: (value) => (BASES.includes(value as Basis) ? { basis: value as Basis } : undefined),
  message_id: (value) => parseIntegerPart(value, (message) => ({ message })),
  min_credits: (atLeast) => (isLeastCredits(atLeast) ? { atLeast } : undefined),
  sort: (value) => toPart(parseSort(value), (sort) => ({ sort })),
  receipt: (value) => parseIntegerPart(value, (receipt) => ({ receipt })),
  candidate: (candidate) => (/^[a-z][a-z0-9-]{0,63}$/.test(candidate) ? { candidate } : undefined),
  chart: (chart) => (chart === 'periods' ? { chart } : undefined),
  view: (page) => (page === 'statement' ? { page } : undefined),
  messages: (messages) => (messages === 'all' ? { messages } : undefined),
  // Names of the first edition of the page, in links that people have kept.
  time_zone: parseZone,
  day: (day) => (isDate(day) ? { from: day, to: day } : undefined),
  rows: () => ({}),
};

/**
 * The view in a URL's query, and the names of the parameters that are unknown or have an invalid
 * value. Two dates in the wrong order are swapped.
 */
export const parseView = (search: string): { readonly view: View; readonly ignored: readonly string[] } => {
  const parts: Partial<View>[] = [];
  const ignored: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    const part = Object.hasOwn(PARSERS, name) ? PARSERS[name]?.(value) : undefined;
    if (part) parts.push(part);
    else ignored.push(name);
  }
  const view = Object.assign({}, DEFAULT_VIEW, ...parts) as View;
  const { from, to } = view;
  const isReversed = from !== undefined && to !== undefined && compareDates(from, to) > 0;
  return { view: isReversed ? { ...view, from: to, to: from } : view, ignored };
};

/** The view as a URL's query with `?`. It always names the zone: a link means the same days everywhere. */
export const toSearch = (view: View): string =>
  `?${toQuery({
    zone: view.timeZone,
    period: view.period,
    from: view.from,
    to: view.to,
    report_id: view.report,
    basis: view.basis,
    message_id: view.message,
    min_credits: view.atLeast,
    ...(view.sort.length > 0 && { sort: view.sort.join(',') }),
    receipt: view.receipt,
    candidate: view.candidate,
    chart: view.chart,
    view: view.page,
    messages: view.messages,
  })}`;

/** Whether the API accepts a text as `min_credits`. */
export const isLeastCredits = (text: string): boolean => /^\d{1,12}(\.\d{1,6})?$/.test(text);

const toPart = <Value>(value: Value | undefined, make: (value: Value) => Partial<View>): Partial<View> | undefined =>
  value === undefined ? undefined : make(value);

const parseIntegerPart = (text: string, make: (value: number) => Partial<View>): Partial<View> | undefined =>
  toPart(parseInteger(text), make);
