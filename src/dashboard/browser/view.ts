import type { Basis } from './api.types.js';

export type SortField = 'report_name' | 'credits_used';
/** A field, or a field with `-` before it: descending. The one that came first counts first. */
export type SortKey = SortField | `-${SortField}`;

/** What the page shows, all of it: the URL is this and nothing else. */
export interface View {
  readonly timeZone: string;
  readonly sort: readonly SortKey[];
  /** A date of `timeZone`. */
  readonly day?: string | undefined;
  readonly report?: number | undefined;
  readonly basis?: Basis | undefined;
  readonly message?: number | undefined;
  /** How many rows of the table at most. */
  readonly rows: number;
  /** The message whose receipt is open. */
  readonly receipt?: number | undefined;
  /** The rate card that the period is compared by. */
  readonly candidate?: string | undefined;
}

export const ROWS_AT_ONCE = 250;
/** More make the page slow. */
export const MOST_ROWS = 10_000;
export const BASES: readonly Basis[] = ['report', 'text', 'text_report_not_found'];
export const DEFAULT_VIEW: View = { timeZone: 'UTC', sort: [], rows: ROWS_AT_ONCE };

type Reader = (value: string) => Partial<View> | undefined;

/** Each query parameter of the page: what a value of it means, or nothing where it means nothing. */
const READERS: Readonly<Record<string, Reader>> = {
  time_zone: (timeZone) => (isTimeZone(timeZone) ? { timeZone } : undefined),
  sort: (value) => sorted(value.split(',')),
  day: (day) => (/^\d{4,5}-\d\d-\d\d$/.test(day) ? { day } : undefined),
  report_id: (value) => whole(value, (report) => ({ report })),
  basis: (value) => (BASES.includes(value as Basis) ? { basis: value as Basis } : undefined),
  message_id: (value) => whole(value, (message) => ({ message })),
  rows: (value) => whole(value, (rows) => (rows > 0 && rows <= MOST_ROWS ? { rows } : undefined)),
  receipt: (value) => whole(value, (receipt) => ({ receipt })),
  candidate: (candidate) => (/^[a-z][a-z0-9-]{0,63}$/.test(candidate) ? { candidate } : undefined),
};

/** The view that a URL's query asks for, and the parameters of it that mean nothing here. */
export const viewOf = (search: string): { readonly view: View; readonly ignored: readonly string[] } => {
  const parts: Partial<View>[] = [];
  const ignored: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    const read = Object.hasOwn(READERS, name) ? READERS[name]?.(value) : undefined;
    if (read) parts.push(read);
    else ignored.push(name);
  }
  return { view: Object.assign({}, DEFAULT_VIEW, ...parts) as View, ignored };
};

/** The query of a view, with `?`; empty for the default one. */
export const searchOf = (view: View): string => {
  const { timeZone, sort, rows } = DEFAULT_VIEW;
  const query = queryOf({
    ...(view.timeZone !== timeZone && { time_zone: view.timeZone }),
    ...(view.sort.length > sort.length && { sort: view.sort.join(',') }),
    day: view.day,
    report_id: view.report,
    basis: view.basis,
    message_id: view.message,
    ...(view.rows !== rows && { rows: view.rows }),
    receipt: view.receipt,
    candidate: view.candidate,
  });
  return query && `?${query}`;
};

/** A query without the parameters that have no value. Commas stay readable. */
export const queryOf = (parameters: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`]],
  );
  return new URLSearchParams(given).toString().replaceAll('%2C', ',');
};

/** Three states: up, down, and back to the original order. A field that comes anew counts after those that are there. */
export const nextSort = (sort: readonly SortKey[], field: SortField): SortKey[] => {
  if (sort.includes(field)) return sort.map((key): SortKey => (key === field ? `-${field}` : key));
  const without = sort.filter((key) => key !== `-${field}`);
  return without.length < sort.length ? without : [...sort, field];
};

const isSortKey = (key: string): key is SortKey => /^-?(report_name|credits_used)$/.test(key);

/** Each field once. */
const sorted = (keys: readonly string[]): Partial<View> | undefined => {
  const fields = new Set(keys.map((key) => key.replace('-', '')));
  return keys.every(isSortKey) && fields.size === keys.length ? { sort: keys } : undefined;
};

const isTimeZone = (name: string): boolean => {
  try {
    // Offsets such as +01:00 are zones to Intl, and none to the API.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

const whole = <Read>(text: string, read: (value: number) => Read): Read | undefined =>
  /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? read(Number(text)) : undefined;
