import { applyReading } from './apply-reading.js';
import { mostlyOf } from './mostly-of.js';
import type { PeriodBook } from './period-book.js';
import type { SeenMessage } from './seen-message.js';
import type { Sighting } from './sighting.js';

/**
 * Whether an old answer has messages that are billed nowhere and that no period can take any more:
 * every period that it has messages of is closed.
 */
export const isLate = (
  earlier: readonly PeriodBook[],
  { messages, unknown }: Sighting,
  nowMs: number,
  graceMs: number,
): boolean =>
  unknown.length > 0 &&
  !mostlyOf(messages, 'grace', earlier) &&
  lateMessages(earlier, messages, nowMs, graceMs).length > 0;

/**
 * The messages of an old answer that no period bills. One that only has another timestamp or id than
 * a message of the closed period which has most of the answer is an edit of that, and billed there.
 */
export const lateMessages = (
  periods: readonly PeriodBook[],
  messages: readonly SeenMessage[],
  nowMs: number,
  graceMs: number,
): SeenMessage[] => {
  const best = mostlyOf(messages, 'closed', periods);
  if (!best) return [];
  const { book, sighting } = best;
  const { changes } = applyReading(book, sighting, book, { reading: 0, atMs: nowMs }, graceMs);
  return changes.flatMap((change) => (change.op === 'added' ? [change.line.message] : []));
};
