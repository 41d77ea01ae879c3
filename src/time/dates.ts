import { monthOf, startOfMonth } from './years.js';
import type { ZoneClock } from './zone-clock.js';

/** Units of the calendar, by number: the one that holds a local millisecond, and where each starts. */
interface CalendarUnit {
  readonly numberOf: (localMs: number) => number;
  readonly startOf: (number: number) => number;
}

const DAY_MS = 86_400_000;

export const DAY: CalendarUnit = {
  numberOf: (localMs) => Math.floor(localMs / DAY_MS),
  startOf: (day) => day * DAY_MS,
};

export const MONTH: CalendarUnit = { numberOf: monthOf, startOf: startOfMonth };

/** The first millisecond of the unit that the clock shows at `epochMs`. */
export const startOfUnit = (clock: ZoneClock, unit: CalendarUnit, epochMs: number): number =>
  firstAt(clock, unit.startOf(unit.numberOf(epochMs + clock.at(epochMs).offset)));

/**
 * The stretch from the start of one unit to that of the next which holds `epochMs`. What comes twice
 * belongs to the later unit: in an evening that the clock begins anew after midnight, the new day.
 */
export const unitHolding = (clock: ZoneClock, unit: CalendarUnit, epochMs: number): [start: number, end: number] => {
  let number = unit.numberOf(epochMs + clock.at(epochMs).offset);
  let start = firstAt(clock, unit.startOf(number));
  for (;;) {
    number += 1;
    const end = firstAt(clock, unit.startOf(number));
    if (end > epochMs) return [start, end];
    start = end;
  }
};

/** No clock is further ahead of UTC than this. */
const FURTHEST_AHEAD_MS = DAY_MS;

/** When the clock first shows `localMs`, or what comes after it where it skips that. */
export const firstAt = (clock: ZoneClock, localMs: number): number => {
  let segment = clock.at(localMs - FURTHEST_AHEAD_MS);
  while (segment.end + segment.offset <= localMs) segment = clock.at(segment.end);
  return Math.max(segment.start, localMs - segment.offset);
};
