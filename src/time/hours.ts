import type { ZoneClock } from './zone-clock.js';

const HOUR_MS = 3_600_000;

const hourOf = (localMs: number): number => Math.floor(localMs / HOUR_MS);

/** The last millisecond, at `epochMs` or before it, at which an hour begins. */
export const startOfHour = (clock: ZoneClock, epochMs: number): number => {
  let segment = clock.at(epochMs);
  let start = hourOf(epochMs + segment.offset) * HOUR_MS - segment.offset;
  while (start < segment.start) {
    if (beginsHour(clock, segment.start)) return segment.start;
    const before = segment.start - 1;
    segment = clock.at(before);
    start = hourOf(before + segment.offset) * HOUR_MS - segment.offset;
  }
  return start;
};

/** The first millisecond after `epochMs` at which an hour begins. */
export const endOfHour = (clock: ZoneClock, epochMs: number): number => {
  let segment = clock.at(epochMs);
  let end = (hourOf(epochMs + segment.offset) + 1) * HOUR_MS - segment.offset;
  while (end >= segment.end) {
    const change = segment.end;
    if (beginsHour(clock, change)) return change;
    segment = clock.at(change);
    end = (hourOf(change + segment.offset) + 1) * HOUR_MS - segment.offset;
  }
  return end;
};

/**
 * Whether an hour begins where a clock changes: where it then shows a full hour, or where it skips the
 * time from a full hour on (02:00 becomes 02:30). Set back from a full hour into the midst of one
 * (02:00 becomes 01:30), it goes on with the window that it is in.
 */
const beginsHour = (clock: ZoneClock, change: number): boolean => {
  const before = change + clock.at(change - 1).offset;
  const after = change + clock.at(change).offset;
  return isFullHour(after) || (isFullHour(before) && after > before);
};

const isFullHour = (localMs: number): boolean => localMs % HOUR_MS === 0;
