import type { Amount } from './exact-json.js';

/** The shapes of the public API that the page reads, as `/docs` has them, but for amounts: the page has their text. */

export type Basis = 'report' | 'text' | 'text_report_not_found';

export interface Problem {
  /** A URI that names the kind. */
  readonly type?: string;
  readonly title: string;
  readonly detail?: string;
  /** The request's id, which is also in the log. */
  readonly instance?: string;
  /** None where nothing answered. */
  readonly status?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

export interface ServiceIndex {
  readonly version: string;
  readonly sample_data: boolean;
}

export interface Entry {
  readonly message_id: number;
  readonly timestamp: string;
  readonly report_name?: string;
  readonly credits_used: Amount;
}

export interface UsagePage {
  readonly usage: readonly Entry[];
  readonly next_cursor?: string;
}

export interface Totals {
  readonly credits_used: Amount;
  readonly messages: number;
}

export interface SummaryRow extends Totals {
  readonly from: string;
  readonly to: string;
  readonly basis?: Basis;
  /** Without a name where it does not exist, null where the messages name none. */
  readonly report?: ReportReference | null;
}

export interface ReportReference {
  readonly id: number;
  readonly name?: string;
}

/** Every window between the first and the last, or those that have messages where there would be too many. */
export type Windows = 'all' | 'occupied';

export interface Summary {
  readonly time_zone: string;
  readonly totals: Totals;
  readonly windows: Windows;
  readonly data: readonly SummaryRow[];
}

export type Span = readonly [start: number, end: number];

export interface ReceiptPart {
  readonly label: string;
  readonly quantity: number;
  readonly rate: Amount;
  readonly credits: Amount;
  readonly spans?: readonly Span[];
}

export interface ReceiptLine {
  readonly rule: string;
  readonly label: string;
  readonly quantity?: number;
  readonly unit?: string;
  readonly rate?: Amount;
  readonly credits: Amount;
  readonly running_total: Amount;
  readonly parts?: readonly ReceiptPart[];
  readonly spans?: readonly Span[];
}

/** Why something costs what it costs. */
export interface Explanation {
  readonly basis: Basis;
  readonly report?: ReportReference;
  readonly credits_used: Amount;
  readonly rate_card: { readonly id: string };
  readonly lines: readonly ReceiptLine[];
}

export interface Receipt extends Explanation {
  readonly message_id: number;
  readonly timestamp: string;
  /** Only where the service shows texts. */
  readonly text?: string;
}

export interface Estimates {
  readonly credits_used: Amount;
  readonly estimates: readonly Explanation[];
}

export interface RateCards {
  readonly rate_cards: readonly {
    readonly id: string;
    readonly billing: boolean;
    readonly card: { readonly title: string };
  }[];
}

export interface ComparedCredits {
  readonly baseline: Amount;
  readonly candidate: Amount;
  readonly difference: Amount;
}

export interface Comparison {
  readonly baseline: { readonly id: string };
  readonly candidate: { readonly id: string };
  readonly totals: ComparedCredits;
  readonly messages: { readonly dearer: number; readonly cheaper: number; readonly unchanged: number };
  /** Which days `by_day` has. */
  readonly windows: Windows;
  readonly by_day: readonly (ComparedCredits & { readonly date: string })[];
  readonly top_changes: readonly (ComparedCredits & { readonly message_id: number })[];
}
