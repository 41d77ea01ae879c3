import { applyReading } from './apply-reading.js';
import { type Owner, ownersOf } from './owners-of.js';
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
  ownersOf(messages, 'grace', earlier).length === 0 &&
  lateMessages(earlier, messages, nowMs, graceMs).length > 0;

/**
 * The messages of an old answer that no period bills. One that only has another timestamp or id than
 * a message of a closed period which has some of the answer is an edit of that, and billed there.
 */
export const lateMessages = (
  periods: readonly PeriodBook[],
  messages: readonly SeenMessage[],
  nowMs: number,
  graceMs: number,
): SeenMessage[] => {
  const owners = ownersOf(messages, 'closed', periods);
  if (owners.length === 0) return [];
  const unbilled = owners.map((owner) => new Set(additionsTo(owner, nowMs, graceMs)));
  return messages.filter((message) => unbilled.every((additions) => additions.has(message)));
};

const additionsTo = ({ book, sighting }: Owner, atMs: number, graceMs: number): SeenMessage[] => {
  const { changes } = applyReading(book, sighting, book, { reading: 0, atMs }, graceMs);
  return changes.flatMap((change) => (change.op === 'added' ? [change.line.message] : []));
};
