import { compareEpochTimes, type EpochTime } from '../../time/epoch-time.js';
import { formatDate } from '../../time/rfc3339.js';

const LONGEST_PERIOD_MS = 92 * 86_400_000;

/**
 * Names a period by the UTC date of the earliest message that it opens with, such as `2024-04-29`;
 * `2024-04-29.2` if that is taken. Messages more than 92 days before the median are passed over, so
 * that one stray timestamp does not name it `1970-01-01`.
 */
export const periodId = (instants: readonly EpochTime[], isTaken: (id: string) => boolean): string => {
  const sorted = instants.toSorted(compareEpochTimes);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (!median) throw new RangeError('a period opens with at least one message');
  const earliest = sorted.find(({ epochMs }) => epochMs >= median.epochMs - LONGEST_PERIOD_MS) ?? median;
  const date = formatDate(earliest.epochMs);
  let id = date;
  for (let nth = 2; isTaken(id); nth += 1) id = `${date}.${nth}`;
  return id;
};
