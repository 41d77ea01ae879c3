import type { Adjustment, Entry, PeriodStatus } from '../api.types.js';
import type { Amount } from '../exact-json.js';
import type { PeriodOverview } from '../period-overview.js';
import type { ReportLine } from './report-lines.js';

/** A billing period of the ledger, with what its digest covers. */
export interface PeriodDetails {
  readonly id: string;
  readonly status: PeriodStatus;
  readonly missing: number;
  /** The sum of the adjustments that are booked in it. */
  readonly adjustments: Amount;
  /** SHA-256 of each rate card that priced a message. */
  readonly rate_cards: readonly string[];
  readonly closes_at?: string;
  readonly closed_at?: string;
  readonly digest?: string;
  readonly manifest?: Readonly<Record<string, unknown>>;
}

/** Everything that a statement of a period says, of one bill. */
export interface StatementContent {
  readonly overview: PeriodOverview;
  readonly reports: readonly ReportLine[];
  /** Every message in the order of upstream; `undefined` if they were not asked for. */
  readonly entries: readonly Entry[] | undefined;
  /** `undefined` if the service has no ledger. */
  readonly period: PeriodDetails | undefined;
  /** What was booked in the period, the oldest first. */
  readonly adjustments: readonly Adjustment[];
  /** Id of the request for the totals, by which support finds it in the service's log. */
  readonly requestId: string | undefined;
}
