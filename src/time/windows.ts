import { DAY, MONTH, startOfUnit, unitHolding } from './dates.js';
import { endOfHour, startOfHour } from './hours.js';
import type { EpochTime } from './epoch-time.js';
import { dateOf, rfc3339 } from './rfc3339.js';
import type { ZoneClock } from './zone-clock.js';
import { clockOf } from './zone-clocks.js';

/** ISO 8601 durations: how long a window is. */
export const GRANULARITIES = ['PT1H', 'P1D', 'P1M'] as const;

export type Granularity = (typeof GRANULARITIES)[number];

/** A window `[start, end)`, in milliseconds since 1970. */
export type Window = readonly [start: number, end: number];

/**
 * Cuts time into windows, without a gap, where the clock of a zone begins a unit: at a full hour, at
 * midnight, at the first of a month. A day in which the clock changes has 23 or 25 hours.
 */
export class Calendar {
  private readonly clock: ZoneClock;

  /** `timeZone`: what isTimeZone takes. */
  constructor(
    readonly granularity: Granularity,
    timeZone: string,
  ) {
    this.clock = clockOf(timeZone);
  }

  /** The window that holds a millisecond. */
  windowHolding(epochMs: number): Window {
    const { clock, granularity } = this;
    if (granularity === 'PT1H') return [startOfHour(clock, epochMs), endOfHour(clock, epochMs)];
    return unitHolding(clock, granularity === 'P1D' ? DAY : MONTH, epochMs);
  }

  /**
   * Where the unit starts that the clock shows: where the window starts that holds `epochMs`, but in an
   * evening that a clock begins anew after midnight. It shows the old day, and the new one has begun.
   */
  startOfUnitAt(epochMs: number): number {
    const { clock, granularity } = this;
    if (granularity === 'PT1H') return startOfHour(clock, epochMs);
    return startOfUnit(clock, granularity === 'P1D' ? DAY : MONTH, epochMs);
  }

  /** The moment as RFC 3339, at the offset that the zone has then: see {@link rfc3339}. */
  state(moment: EpochTime): string {
    return rfc3339(moment, this.clock.at(moment.epochMs).offset);
  }

  /** The date that the clock shows: see {@link dateOf}. */
  dateAt(epochMs: number): string {
    return dateOf(epochMs + this.clock.at(epochMs).offset);
  }
}
