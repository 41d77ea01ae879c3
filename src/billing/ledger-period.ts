import type { Credits } from '../pricing/index.js';

/** `grace`: ended, and still revised. `closed`: the same for ever. */
export const PERIOD_STATUSES = ['open', 'grace', 'closed'] as const;

export type PeriodStatus = (typeof PERIOD_STATUSES)[number];

/**
 * A billing period that the service has seen. Times are RFC 3339 in UTC with milliseconds, but those
 * of messages.
 */
export interface LedgerPeriod {
  /** The UTC date of its earliest message, such as `2024-04-29`; never changes. */
  readonly id: string;
  readonly status: PeriodStatus;
  /** Id of the period before; undefined for the first. */
  readonly previous: string | undefined;
  /** RFC 3339 as upstream wrote it. Undefined if the period has no message. */
  readonly firstMessageAt: string | undefined;
  readonly lastMessageAt: string | undefined;
  readonly messages: number;
  /** Messages that upstream no longer sends. They are still billed. */
  readonly missing: number;
  readonly credits: Credits;
  /** The sum of the adjustments that are booked in this period. */
  readonly adjustments: Credits;
  /** When upstream last answered with what the period has. */
  readonly confirmedAt: string;
  /** The period ended between these times; undefined while it is open. */
  readonly rolledOver: { readonly after: string; readonly by: string } | undefined;
  readonly closesAt: string | undefined;
  readonly closedAt: string | undefined;
  readonly readings: { readonly applied: number; readonly held: number; readonly past: number; readonly last: number };
  readonly changes: Readonly<Record<PeriodChangeCount, number>>;
  /** SHA-256 of each rate card that priced a line. */
  readonly rateCards: readonly string[];
  /** Whether upstream seems to send a window that slides instead of this period, which is open then. */
  readonly looksLikeWindow: boolean;
  /** SHA-256 of the manifest in RFC 8785 form, in hexadecimal; undefined until the period is closed. */
  readonly digest: string | undefined;
  readonly manifest: Readonly<Record<string, unknown>> | undefined;
}

export type PeriodChangeCount =
  'edited' | 'report_changed' | 'rate_card_changed' | 'pricing_changed' | 'missing' | 'back';
