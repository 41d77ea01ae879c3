import type { Basis } from './api.types.js';

export type SortField = 'report_name' | 'credits_used';
/** A field to sort by, ascending; with `-` before it, descending. Earlier keys take precedence. */
export type SortKey = SortField | `-${SortField}`;

/** Everything that decides what the page shows. The URL holds exactly this. */
export interface View {
  readonly timeZone: string;
  readonly sort: readonly SortKey[];
  /** A date in `timeZone`, as `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  readonly report?: number | undefined;
  readonly basis?: Basis | undefined;
  readonly message?: number | undefined;
  /** The largest number of rows that the table shows. */
  readonly rows: number;
  /** The message whose receipt is open. */
  readonly receipt?: number | undefined;
  /** The rate card that the period is compared with. */
  readonly candidate?: string | undefined;
}

/** How many rows the table shows at first, and how many each click on "Show more" adds. */
export const ROWS_STEP = 250;
/** More rows than this make the page slow. */
export const ROWS_MAX = 10_000;
export const BASES: readonly Basis[] = ['report', 'text', 'text_report_not_found'];
export const DEFAULT_VIEW: View = { timeZone: 'UTC', sort: [], rows: ROWS_STEP };

type Parser = (value: string) => Partial<View> | undefined;

/** The parser of each query parameter of the page; it returns `undefined` for an invalid value. */
const PARSERS: Readonly<Record<string, Parser>> = {
  time_zone: (timeZone) => (isTimeZone(timeZone) ? { timeZone } : undefined),
  sort: (value) => parseSort(value.split(',')),
  day: (day) => (/^\d{4,5}-\d\d-\d\d$/.test(day) ? { day } : undefined),
  report_id: (value) => parseIntegerPart(value, (report) => ({ report })),
  basis: (value) => (BASES.includes(value as Basis) ? { basis: value as Basis } : undefined),
  message_id: (value) => parseIntegerPart(value, (message) => ({ message })),
  rows: (value) => parseIntegerPart(value, (rows) => (rows > 0 && rows <= ROWS_MAX ? { rows } : undefined)),
  receipt: (value) => parseIntegerPart(value, (receipt) => ({ receipt })),
  candidate: (candidate) => (/^[a-z][a-z0-9-]{0,63}$/.test(candidate) ? { candidate } : undefined),
};

/**
 * The view in a URL's query, and the names of the parameters that are unknown or have an invalid
 * value.
 */
export const parseView = (search: string): { readonly view: View; readonly ignored: readonly string[] } => {
  const parts: Partial<View>[] = [];
  const ignored: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    const part = Object.hasOwn(PARSERS, name) ? PARSERS[name]?.(value) : undefined;
    if (part) parts.push(part);
    else ignored.push(name);
  }
  return { view: Object.assign({}, DEFAULT_VIEW, ...parts) as View, ignored };
};

/** The view as a URL's query with `?`; an empty string for the default view. */
export const toSearch = (view: View): string => {
  const { timeZone, sort, rows } = DEFAULT_VIEW;
  const query = toQuery({
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

/**
 * A URL query without `?`. Parameters that are `undefined` are left out; commas stay unescaped, for
 * readable addresses.
 */
export const toQuery = (parameters: Readonly<Record<string, string | number | undefined>>): string => {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, `${value}`]],
  );
  return new URLSearchParams(given).toString().replaceAll('%2C', ',');
};

/**
 * The sort keys after a click on the header of `field`: ascending, then descending, then unsorted.
 * A new field comes last.
 */
export const cycleSort = (sort: readonly SortKey[], field: SortField): SortKey[] => {
  if (sort.includes(field)) return sort.map((key): SortKey => (key === field ? `-${field}` : key));
  const others = sort.filter((key) => key !== `-${field}`);
  return others.length < sort.length ? others : [...sort, field];
};

const isSortKey = (key: string): key is SortKey => /^-?(report_name|credits_used)$/.test(key);

/** `undefined` for an unknown key, or a field that is named twice. */
const parseSort = (keys: readonly string[]): Partial<View> | undefined => {
  const fields = new Set(keys.map((key) => key.replace('-', '')));
  return keys.every(isSortKey) && fields.size === keys.length ? { sort: keys } : undefined;
};

const isTimeZone = (name: string): boolean => {
  try {
    // Intl accepts offsets such as +01:00; the API accepts names only.
    return /^[A-Za-z]/.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** `undefined` if the text is no integer from 0 to `Number.MAX_SAFE_INTEGER`. */
export const parseInteger = (text: string): number | undefined =>
  /^\d{1,16}$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;

const parseIntegerPart = <Part>(text: string, toPart: (value: number) => Part): Part | undefined => {
  const value = parseInteger(text);
  return value === undefined ? undefined : toPart(value);
};
