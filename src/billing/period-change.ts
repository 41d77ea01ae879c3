import type { Credits } from '../pricing/index.js';
import type { PeriodChangeCount } from './ledger-period.js';

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
