import { compareEpochTimes, type EpochTime } from '../../time/epoch-time.js';

/**
 * The newest instant of a period without its latest tenth, rounded up: what is after it is newer
 * than the period, though a few of its messages may be stamped years ahead. Of a single message its
 * own instant; undefined if there is none.
 */
export const edgeOf = (instants: readonly EpochTime[]): EpochTime | undefined => {
  const sorted = instants.toSorted(compareEpochTimes);
  const kept = sorted.length - Math.ceil(sorted.length / 10);
  return sorted[Math.max(kept, 1) - 1];
};
