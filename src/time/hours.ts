import type { ZoneClock } from './zone-clock.js';

const HOUR_MS = 3_600_000;

const hourOf = (localMs: number): number => Math.floor(localMs / HOUR_MS);

/** The epoch millisecond at which the hour that contains `epochMs` begins. */
export const startOfHour = (clock: ZoneClock, epochMs: number): number => {
  let segment = clock.segmentAt(epochMs);
  let start = hourOf(epochMs + segment.offset) * HOUR_MS - segment.offset;
  while (start < segment.start) {
    if (beginsHour(clock, segment.start)) return segment.start;
    const before = segment.start - 1;
    segment = clock.segmentAt(before);
    start = hourOf(before + segment.offset) * HOUR_MS - segment.offset;
  }
  return start;
};

/** The epoch millisecond at which the hour that contains `epochMs` ends and the next begins. */
export const endOfHour = (clock: ZoneClock, epochMs: number): number => {
  let segment = clock.segmentAt(epochMs);
  let end = (hourOf(epochMs + segment.offset) + 1) * HOUR_MS - segment.offset;
  while (end >= segment.end) {
    const change = segment.end;
    if (beginsHour(clock, change)) return change;
    segment = clock.segmentAt(change);
    end = (hourOf(change + segment.offset) + 1) * HOUR_MS - segment.offset;
  }
  return end;
};

/**
 * Whether an hour begins at a change of the clock. It does if the clock then shows a full hour, or
 * skips ahead from one (02:00 becomes 02:30). If it is set back from a full hour into the middle of
 * one (02:00 becomes 01:30), the current hour continues.
 */
const beginsHour = (clock: ZoneClock, change: number): boolean => {
  const before = change + clock.segmentAt(change - 1).offset;
  const after = change + clock.segmentAt(change).offset;
  return isFullHour(after) || (isFullHour(before) && after > before);
};

const isFullHour = (localMs: number): boolean => localMs % HOUR_MS === 0;
