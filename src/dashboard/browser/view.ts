import type { Basis } from './api.types.js';
import type { SortKey } from './sort.js';
import { BROWSER_ZONE } from './time-zones.js';

/** The filters of the page. Cards, chart, table and files follow all of them. */
export interface Filters {
  /** The first date, as `YYYY-MM-DD` in the view's time zone. */
  readonly from?: string | undefined;
  /** The last date; its messages belong to the selection. */
  readonly to?: string | undefined;
  readonly report?: number | undefined;
  readonly basis?: Basis | undefined;
  readonly message?: number | undefined;
  /** Credits that a message costs at least, as a decimal. */
  readonly atLeast?: string | undefined;
}

/** Everything that decides what the page shows. The URL holds exactly this. */
export interface View extends Filters {
  readonly timeZone: string;
  /** Id of a period of the ledger; `undefined` for the current one. */
  readonly period?: string | undefined;
  readonly sort: readonly SortKey[];
  /** The message whose receipt is open. */
  readonly receipt?: number | undefined;
  /** The rate card that the period is compared with. */
  readonly candidate?: string | undefined;
  /** `periods`: the chart has a bar for each billing period instead of one for each day. */
  readonly chart?: 'periods' | undefined;
  /** `statement`: the page is a statement of the period, to be printed. */
  readonly page?: 'statement' | undefined;
  /** `all`: the statement has every message. */
  readonly messages?: 'all' | undefined;
}

export const BASES: readonly Basis[] = ['report', 'text', 'text_report_not_found'];
export const DEFAULT_VIEW: View = { timeZone: BROWSER_ZONE, sort: [] };

/** Every filter, switched off. */
export const NO_FILTERS: Required<Filters> = {
  from: undefined,
  to: undefined,
  report: undefined,
  basis: undefined,
  message: undefined,
  atLeast: undefined,
};

/** How many filters are on; the two dates count as one. */
export const countFilters = ({ from, to, report, basis, message, atLeast }: Filters): number =>
  [from ?? to, report, basis, message, atLeast].filter((value) => value !== undefined).length;
