import { compareEpochTimes, type EpochTime } from '../../time/epoch-time.js';
import type { Line } from './line.js';

/** A deletion or two of the oldest messages is no pattern yet. */
const READINGS_THAT_LOST = 3;

/**
 * Whether upstream seems to send a window that slides instead of a period: what is missing is older
 * than all that is there, and went little by little. Such a period never rolls over.
 */
export const looksLikeWindow = (lines: readonly Line[]): boolean => {
  const lostIn = new Set<number>();
  let [newestMissing, oldestPresent]: (EpochTime | undefined)[] = [];
  for (const { message, missingSince } of lines) {
    if (missingSince) {
      lostIn.add(missingSince.reading);
      if (!newestMissing || compareEpochTimes(message, newestMissing) > 0) newestMissing = message;
    } else if (!oldestPresent || compareEpochTimes(message, oldestPresent) < 0) oldestPresent = message;
  }
  if (lostIn.size < READINGS_THAT_LOST || !newestMissing || !oldestPresent) return false;
  return compareEpochTimes(newestMissing, oldestPresent) < 0;
};
