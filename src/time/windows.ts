import { DAY, MONTH, startOfUnit, findUnit } from './dates.js';
import { endOfHour, startOfHour } from './hours.js';
import type { EpochTime } from './epoch-time.js';
import { formatDate, formatRfc3339 } from './rfc3339.js';
import type { ZoneClock } from './zone-clock.js';
import { getZoneClock } from './zone-clocks.js';

/** The lengths that a window may have, as ISO 8601 durations. */
export const GRANULARITIES = ['PT1H', 'P1D', 'P1M'] as const;

export type Granularity = (typeof GRANULARITIES)[number];

/** A window of time `[start, end)`, in milliseconds since 1970. */
export type Window = readonly [start: number, end: number];

/**
 * Divides time into adjacent windows that start with the hours, days or months of a time zone. A
 * day on which the clock changes has 23 or 25 hours.
 */
export class Calendar {
  private readonly clock: ZoneClock;

  /** Throws a RangeError, when first used, unless `timeZone` satisfies isTimeZone. */
  constructor(
    readonly granularity: Granularity,
    timeZone: string,
  ) {
    this.clock = getZoneClock(timeZone);
  }

  /** The window that contains an epoch millisecond. */
  findWindow(epochMs: number): Window {
    const { clock, granularity } = this;
    if (granularity === 'PT1H') return [startOfHour(clock, epochMs), endOfHour(clock, epochMs)];
    return findUnit(clock, granularity === 'P1D' ? DAY : MONTH, epochMs);
  }

  /**
   * The epoch millisecond at which the unit begins that the clock shows at `epochMs`. It is the
   * start of the window of `epochMs`, with one exception: if the clock is set back from after
   * midnight into the evening before, the clock shows the old day again, although the window of the
   * new day has begun.
   */
  startOfUnit(epochMs: number): number {
    const { clock, granularity } = this;
    if (granularity === 'PT1H') return startOfHour(clock, epochMs);
    return startOfUnit(clock, granularity === 'P1D' ? DAY : MONTH, epochMs);
  }

  /**
   * Formats an instant as RFC 3339 with the offset of the zone at that instant: see
   * {@link formatRfc3339}.
   */
  formatTimestamp(time: EpochTime): string {
    return formatRfc3339(time, this.clock.segmentAt(time.epochMs).offset);
  }

  /**
   * What the clock of the zone shows at an epoch millisecond, in milliseconds from 1970 to that
   * local time.
   */
  localMs(epochMs: number): number {
    return epochMs + this.clock.segmentAt(epochMs).offset;
  }

  /**
   * Formats the date that the clock of the zone shows at an epoch millisecond: see
   * {@link formatDate}.
   */
  formatDate(epochMs: number): string {
    return formatDate(this.localMs(epochMs));
  }
}
