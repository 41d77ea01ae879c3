import { compareEpochTimes } from '../../time/epoch-time.js';
import { edgeOf } from './edge.js';
import { isRewritten } from './is-rewritten.js';
import { isShrunk } from './is-shrunk.js';
import { isLate } from './late-messages.js';
import type { PeriodBook } from './period-book.js';
import type { HeldReason } from './reading.js';
import type { SeenMessage } from './seen-message.js';
import { countOwn, type Sighting } from './sighting.js';

/**
 * What a reading is: of the open period, of an earlier one, the first of a new one, or none of
 * these. Only a person says `adds`: what a late one has belongs to the open period.
 */
export type Verdict = 'applies' | 'opens' | 'rolls_over' | 'past' | 'adds' | HeldReason;

/** What the verdict on a reading depends on. */
export interface Situation {
  readonly open: PeriodBook | undefined;
  /** The periods that have ended, the newest first. */
  readonly earlier: readonly PeriodBook[];
  readonly sighting: Sighting;
  readonly nowMs: number;
  readonly graceMs: number;
}

/**
 * Says what a reading is by the identity of its messages and the order of the readings, never by
 * the calendar. The order of the tests is the rule: what an earlier period has is looked for before
 * a period opens, and a roll-over is what nothing else explains.
 */
export const verdictOn = ({ open, earlier, sighting, nowMs, graceMs }: Situation): Verdict => {
  const { messages, carried } = sighting;
  const own = countOwn(sighting);
  if (messages.length === 0) return 'empty';
  if (own === 0 && 2 * carried.length > messages.length)
    return isLate(earlier, sighting, nowMs, graceMs) ? 'late' : 'past';
  if (!open) return 'opens';
  if (own > 0) return isShrunk(open, sighting, nowMs, graceMs) ? 'shrunk' : 'applies';
  if (isRewritten(open, messages, nowMs, graceMs)) return 'rewritten';
  return isNewer(messages, open) ? 'rolls_over' : 'unrelated';
};

/** Whether more than half of the messages are after the edge of the open period. */
const isNewer = (messages: readonly SeenMessage[], open: PeriodBook): boolean => {
  const edge = edgeOf(open.lines.map(({ message }) => message));
  const newer = messages.filter((message) => edge === undefined || compareEpochTimes(message, edge) > 0);
  return 2 * newer.length > messages.length;
};
