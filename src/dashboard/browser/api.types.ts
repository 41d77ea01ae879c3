import type { Amount } from './exact-json.js';

/*
 * The schemas of the public API that the page reads, documented at `/docs`. Amounts are numbers
 * there and text here: see `exact-json.ts`.
 */

export type Basis = 'report' | 'text' | 'text_report_not_found';

export interface Problem {
  /** A URI that identifies the problem type. */
  readonly type?: string;
  readonly title: string;
  readonly detail?: string;
  /** The request id, which the service logs too. */
  readonly instance?: string;
  /** The HTTP status; `undefined` if the request got no answer. */
  readonly status?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
  /** The invalid fields of the request's body, or its invalid parameters. */
  readonly errors?: readonly FieldProblem[];
}

export interface FieldProblem {
  /** `rules[2].bands[0].credits_per_word`. */
  readonly field: string;
  readonly reason: string;
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
  /**
   * The report that the messages refer to, without `name` if upstream has no such report; `null` if
   * they refer to none.
   */
  readonly report?: ReportReference | null;
}

export interface ReportReference {
  readonly id: number;
  readonly name?: string;
}

/**
 * Whether a summary has every window from the first to the last, or, if those are too many, only
 * those with messages.
 */
export type Windows = 'all' | 'occupied';

export interface Summary {
  readonly time_zone: string;
  readonly totals: Totals;
  readonly windows: Windows;
  readonly data: readonly SummaryRow[];
}

/** Offsets in a message's text, in code points; the end is exclusive. */
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

/** How the price of a message was calculated. */
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
  /** `undefined` if the service does not show texts. */
  readonly text?: string;
  /** What was booked beside the price, the oldest first. */
  readonly adjustments?: readonly Adjustment[];
  /** Whether the service cannot read the adjustments now. */
  readonly adjustments_unknown?: true;
}

/** An amount booked beside what messages cost. */
export interface Adjustment {
  readonly number: number;
  readonly kind: 'correction' | 'waiver' | 'manual';
  /** The message that it is for, if it is for one, and the period that bills it. */
  readonly message?: { readonly period: string; readonly id: number };
  /** What the message comes to now. */
  readonly now?: Amount;
  readonly credits: Amount;
  readonly reason: string;
  /** Name of the key that asked for it, or `ledger`. */
  readonly author: string;
  readonly made_at: string;
}

export interface Estimates {
  readonly credits_used: Amount;
  readonly estimates: readonly Explanation[];
}

export interface RateCard {
  readonly id: string;
  readonly sha256: string;
  readonly billing: boolean;
  /** Times in which the service bills by the card, in order. */
  readonly in_force: readonly { readonly from?: string }[];
  /** The rules in plain language. */
  readonly price_list: readonly { readonly rule: string; readonly description: string }[];
  readonly card: { readonly title: string };
}

export interface RateCards {
  readonly rate_cards: readonly RateCard[];
}

/** `grace`: the period has ended and is still revised. */
export type PeriodStatus = 'open' | 'grace' | 'closed';

/** A billing period of the ledger. */
export interface LedgerPeriod {
  readonly id: string;
  readonly status: PeriodStatus;
  readonly first_message_at?: string;
  readonly last_message_at?: string;
  readonly messages: number;
  /** Messages that upstream no longer sends; they are still billed. */
  readonly missing: number;
  readonly credits_used: Amount;
  readonly adjustments: Amount;
  readonly digest?: string;
  readonly closed_at?: string;
}

export interface LedgerPeriods {
  /** The newest first. */
  readonly periods: readonly LedgerPeriod[];
}

/** Answers of upstream that the ledger has applied to no period, because they fit no rule. */
export interface HeldReadings {
  readonly readings: readonly { readonly number: number }[];
}

export interface ComparedCredits {
  readonly baseline: Amount;
  readonly candidate: Amount;
  readonly difference: Amount;
}

export interface Comparison {
  readonly baseline: { readonly id: string };
  readonly candidate: { readonly id: string };
  readonly totals: ComparedCredits & { readonly increases: Amount; readonly decreases: Amount };
  readonly messages: { readonly dearer: number; readonly cheaper: number; readonly unchanged: number };
  /** Which days are in `by_day`. */
  readonly windows: Windows;
  readonly by_day: readonly (ComparedCredits & { readonly date: string })[];
  /** The reports that do not exist, and messages that name none: others cost the same. */
  readonly by_report: readonly (ComparedCredits & {
    readonly report: ReportReference | null;
    readonly messages: number;
  })[];
  readonly top_changes: readonly (ComparedCredits & { readonly message_id: number })[];
}
