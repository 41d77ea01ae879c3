import type { TimeSlice } from '../time/time-slice.js';

/** A message of the current billing period, as upstream sent it. */
export interface Message {
  readonly id: number;
  readonly text: string;
  /** RFC 3339, to the letter. */
  readonly timestamp: string;
  /** The report that the message generated; absent on a plain question. */
  readonly reportId?: number | undefined;
}

export interface Report {
  readonly id: number;
  readonly name: string;
  /** Credits, 0 or more, to the last digit: a decimal such as `79` or `0.1234567890123456789`. */
  readonly creditCost: string;
}

/** Takes the messages of a period as they arrive, in upstream's order. */
export interface MessageCollector {
  /** What came so far does not count. */
  restart(): void;
  add(messages: readonly Message[]): void;
  /** Does what `add` has put off, and gives way to others meanwhile. It is waited for before more is added. */
  deliver?(timeSlice: TimeSlice): Promise<void>;
}
