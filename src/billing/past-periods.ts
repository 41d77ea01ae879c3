import type { Credits, PriceLine } from '../pricing/index.js';
import type { MessageCollector, Report } from '../period/message.js';
import type { RateCardReferenceDto } from '../rate-cards/rate-card-reference.dto.js';
import type { Adjustment } from './adjustment.js';
import type { Bill } from './bill.js';
import type { HeldReading } from './held-reading.js';
import type { LedgerPeriod } from './ledger-period.js';
import type { ChangesPage } from './period-change.js';
import type { RowCards } from './row-cards.js';

/** The bill of a period of the ledger. */
export interface PastBill {
  readonly bill: Bill;
  readonly period: LedgerPeriod;
  readonly rowCards: RowCards;
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

/** The lines of a closed period as they were sealed. */
export interface SealedFile {
  /** Canonical CSV, gzipped. */
  readonly gzipped: Uint8Array;
  /** SHA-256 of the CSV, in hexadecimal. */
  readonly sha256: string;
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
