import type { Report } from './message.js';
import type { MessageTable } from './message-table.js';

/**
 * One consistent read of a billing period. Immutable: when upstream changes, the next read makes
 * another one.
 */
export interface Period {
  readonly messages: MessageTable;
  /** Every report that a message names and that exists, by its id. */
  readonly reports: ReadonlyMap<number, Report>;
}
