import type { MessageTable } from '../../period/message-table.js';
import type { EpochTime } from '../../time/epoch-time.js';

/** Whether the message of a row was sent before a time. Compares nanoseconds. */
export const isBefore = (messages: MessageTable, row: number, { epochMs, nanoseconds }: EpochTime): boolean => {
  const ms = messages.epochMs(row);
  return ms < epochMs || (ms === epochMs && messages.nanoseconds(row) < nanoseconds);
};
