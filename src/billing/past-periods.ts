import type { Credits, PriceLine } from '../pricing/index.js';
import type { MessageCollector, Report } from '../period/message.js';
import type { RateCardReferenceDto } from '../rate-cards/rate-card-reference.dto.js';
import type { Bill } from './bill.js';

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

/** The bill of a period of the ledger. */
export interface PastBill {
  readonly bill: Bill;
  readonly period: LedgerPeriod;
}

/** The bill of a period of the ledger, and a collector that has received all of its texts. */
export interface PastBillWithTexts<Collector> extends PastBill {
  readonly collector: Collector;
  /** Each card that priced a line of it, the newest last. */
  readonly rateCards: readonly RateCardReferenceDto[];
}

/** A message of a past period with the lines of its price, as they were charged. */
export interface PastMessage {
  readonly id: number;
  /** Which of the messages of the period with this id, from 0. */
  readonly nth: number;
  readonly timestamp: string;
  /** The text, if the ledger keeps texts. */
  readonly text: string | undefined;
  readonly reportId: number | undefined;
  /** Undefined if the message names no report, or one that did not exist. */
  readonly report: Report | undefined;
  readonly lines: readonly PriceLine[];
  readonly total: Credits;
  readonly rateCard: RateCardReferenceDto;
  /** What was booked for the message beside its price, the oldest first. */
  readonly adjustments: readonly Adjustment[];
}

/** What one reading did to one message. Credits are undefined on a side that has none. */
export interface PeriodChange {
  readonly op: 'added' | 'changed' | 'missing' | 'back';
  readonly messageId: number;
  readonly nth: number;
  readonly was: Credits | undefined;
  readonly now: Credits | undefined;
  readonly cause: Exclude<PeriodChangeCount, 'missing' | 'back'> | undefined;
}

/** One reading that changed a period, with its changes. */
export interface PeriodReading {
  readonly reading: number;
  readonly at: string;
  readonly changes: readonly PeriodChange[];
}

/** Some of the readings that changed a period, the oldest first. */
export interface ChangesPage {
  readonly readings: readonly PeriodReading[];
  /** The `after` that asks for what comes after this page. */
  readonly next: number;
}

/** The lines of a closed period as they were sealed. */
export interface SealedFile {
  /** Canonical CSV, gzipped. */
  readonly gzipped: Uint8Array;
  /** SHA-256 of the CSV, in hexadecimal. */
  readonly sha256: string;
}

/**
 * `correction`: upstream changed the price of a message of a closed period. `waiver`: a person took
 * off some of what a message cost. `manual`: anything else that a person booked.
 */
export const ADJUSTMENT_KINDS = ['correction', 'waiver', 'manual'] as const;

/** A message of the ledger. `nth`: which of the messages of the period with this id, from 0. */
export interface AdjustedMessage {
  readonly period: string;
  readonly id: number;
  readonly nth: number;
}

/** An amount booked in the period that was open, beside what messages cost. */
export interface Adjustment {
  /** From 1, without gaps. */
  readonly number: number;
  readonly kind: (typeof ADJUSTMENT_KINDS)[number];
  readonly bookedIn: string;
  /** Undefined if it is for no single message. */
  readonly message: AdjustedMessage | undefined;
  /** The period that it is for; undefined if it is for a message, or for no period. */
  readonly period: string | undefined;
  /** What the message came to before, with its earlier adjustments; undefined without a message. */
  readonly was: Credits | undefined;
  readonly now: Credits | undefined;
  readonly credits: Credits;
  readonly reason: string;
  /** Name of the key that asked for it, or `ledger`. */
  readonly author: string;
  readonly madeAt: string;
  /** Number of the adjustment that it takes back. */
  readonly reverses: number | undefined;
}

export const HELD_REASONS = ['empty', 'shrunk', 'rewritten', 'unrelated', 'late'] as const;

/** An answer of upstream that fits no rule, kept whole until a later one fits or a person decides. */
export interface HeldReading {
  readonly number: number;
  readonly at: string;
  readonly reason: (typeof HELD_REASONS)[number];
  readonly messages: number;
  readonly credits: Credits;
}

/**
 * Every period that the service has seen. Each method throws a NoLedgerError if none is kept, and a
 * LedgerUnavailableError if it cannot be read; one that takes an id throws an UnknownPeriodError.
 */
export abstract class PastPeriods {
  /** The newest first. */
  abstract list(): Promise<readonly LedgerPeriod[]>;

  abstract find(id: string): Promise<LedgerPeriod>;

  /** The bill of a period: the same object as long as nothing in it changes. */
  abstract bill(id: string): Promise<PastBill>;

  /**
   * The bill of a period, and a collector that has received its messages with their texts, in the
   * order of the bill's rows. Throws a TextsNotKeptError, or what the collector throws.
   */
  abstract billWithTexts<Collector extends MessageCollector>(
    id: string,
    newCollector: () => Collector,
  ): Promise<PastBillWithTexts<Collector>>;

  /** Every message of the period that has this id, in order of first sight; empty if none has. */
  abstract messagesWithId(id: string, messageId: number): Promise<readonly PastMessage[]>;

  /**
   * What readings changed in the period after `after`, which is the `next` of the page before, or 0:
   * at most a few thousand changes at a time.
   */
  abstract changes(id: string, after: number): Promise<ChangesPage>;

  /** Throws a PeriodNotClosedError. */
  abstract sealed(id: string): Promise<SealedFile>;

  /** The adjustments that are booked in a period, oldest first; all of them without an id. */
  abstract adjustments(id?: string): Promise<readonly Adjustment[]>;

  /** The readings that are held now, oldest first. */
  abstract heldReadings(): Promise<readonly HeldReading[]>;
}
