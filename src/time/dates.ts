import { monthOf, startOfMonth } from './years.js';
import type { ZoneClock } from './zone-clock.js';

/**
 * A unit of the calendar. Its units are numbered in order; local milliseconds are UTC milliseconds
 * plus the offset.
 */
interface CalendarUnit {
  /** The number of the unit that contains a local millisecond. */
  readonly numberOf: (localMs: number) => number;
  /** The local millisecond at which the unit of a number starts. */
  readonly startOf: (number: number) => number;
}

const DAY_MS = 86_400_000;

export const DAY: CalendarUnit = {
  numberOf: (localMs) => Math.floor(localMs / DAY_MS),
  startOf: (day) => day * DAY_MS,
};

export const MONTH: CalendarUnit = { numberOf: monthOf, startOf: startOfMonth };

/** The first epoch millisecond of the unit that the clock shows at `epochMs`. */
export const startOfUnit = (clock: ZoneClock, unit: CalendarUnit, epochMs: number): number =>
  toFirstEpochMs(clock, unit.startOf(unit.numberOf(epochMs + clock.segmentAt(epochMs).offset)));

/**
 * The epoch milliseconds `[start, end)` from the start of one unit to the start of the next that
 * contain `epochMs`. A time that the clock shows twice belongs to the later unit: if the clock is
 * set back from after midnight into the evening before, that second evening belongs to the new day.
 */
export const findUnit = (clock: ZoneClock, unit: CalendarUnit, epochMs: number): [start: number, end: number] => {
  let number = unit.numberOf(epochMs + clock.segmentAt(epochMs).offset);
  let start = toFirstEpochMs(clock, unit.startOf(number));
  for (;;) {
    number += 1;
    const end = toFirstEpochMs(clock, unit.startOf(number));
    if (end > epochMs) return [start, end];
    start = end;
  }
};

/** No clock is further ahead of UTC than this. */
const MAX_AHEAD_MS = DAY_MS;

/**
 * The first epoch millisecond at which the clock shows `localMs`, or the end of the gap if the
 * clock skips it.
 */
export const toFirstEpochMs = (clock: ZoneClock, localMs: number): number => {
  let segment = clock.segmentAt(localMs - MAX_AHEAD_MS);
  while (segment.end + segment.offset <= localMs) segment = clock.segmentAt(segment.end);
  return Math.max(segment.start, localMs - segment.offset);
};
