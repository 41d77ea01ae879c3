import { compareEpochTimes, type EpochTime } from '../../time/epoch-time.js';
import { isRead, type LinePart } from './line-list.js';

/** A deletion or two of the oldest messages is no pattern yet. */
const READINGS_THAT_LOST = 3;

/**
 * Whether upstream seems to send a window that slides instead of a period: what is missing is older
 * than all that is there, and went little by little. Such a period never rolls over.
 */
export const looksLikeWindow = (parts: Iterable<LinePart>): boolean => {
  const lostIn = new Set<number>();
  let [newestMissing, oldestPresent]: (EpochTime | undefined)[] = [];
  for (const part of parts) {
    if (isRead(part) && part.missingSince) {
      const { message, missingSince } = part;
      lostIn.add(missingSince.reading);
      if (!newestMissing || compareEpochTimes(message, newestMissing) > 0) newestMissing = message;
      continue;
    }
    const present = isRead(part) ? part.message : part.earliest;
    if (!oldestPresent || compareEpochTimes(present, oldestPresent) < 0) oldestPresent = present;
  }
  if (lostIn.size < READINGS_THAT_LOST || !newestMissing || !oldestPresent) return false;
  return compareEpochTimes(newestMissing, oldestPresent) < 0;
};
