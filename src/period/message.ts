import type { TimeSlice } from '../time/time-slice.js';

/** A message of a billing period, as upstream sent it. */
export interface Message {
  readonly id: number;
  readonly text: string;
  /** RFC 3339, character for character as upstream wrote it. */
  readonly timestamp: string;
  /** Id of the report that the message generated; absent on a plain question. */
  readonly reportId?: number | undefined;
}

/** A report that exists, as upstream sent it. */
export interface Report {
  readonly id: number;
  readonly name: string;
  /** Credits, 0 or more, with every digit: a decimal such as `79` or `0.1234567890123456789`. */
  readonly creditCost: string;
}

/** Takes the messages of one read of a period, in upstream's order, a batch at a time. */
export interface MessageCollector {
  collect(messages: readonly Message[]): void;
  /**
   * Does the work that `collect` put off, and yields to other work meanwhile. Awaited after each
   * batch.
   */
  drain?(timeSlice: TimeSlice): Promise<void>;
}
