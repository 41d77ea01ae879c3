import { Temporal } from 'temporal-polyfill/implementation';
import { toCalendarKey, startOfYear, yearOfMs } from './years.js';

/**
 * A period of time, `[start, end)` in milliseconds since 1970, in which a clock keeps one offset.
 */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Milliseconds that local time is ahead of UTC. */
  readonly offset: number;
}

/** No clock changed before this year. The first to change was Manila's, at the end of 1844. */
const FIRST_YEAR = 1843;
/**
 * From this year on a clock changes by a rule, such as the last Sunday of March, or never, so that
 * years with the same calendar change alike. Changes that follow the moon, in Morocco and Gaza, are
 * listed up to 2087.
 */
const FIRST_RULED_YEAR = 2101;
/** The smallest number of consecutive years that includes all 14 calendars. */
const RULED_YEARS = 28;
const LAST_YEAR = FIRST_RULED_YEAR + RULED_YEARS - 1;

const RULED_YEAR_BY_CALENDAR: ReadonlyMap<string, number> = new Map(
  Array.from({ length: RULED_YEARS }, (_, index) => [
    toCalendarKey(FIRST_RULED_YEAR + index),
    FIRST_RULED_YEAR + index,
  ]),
);

/**
 * The clock of a time zone, as segments that each lie within one year of UTC. Asks Temporal for
 * each change of the clock once, when a time of that year is first looked up, and for at most 286
 * years; later years repeat earlier ones. Temporal takes 0.1 ms for a change, and up to 20 ms for
 * the first one of a zone.
 */
export class ZoneClock {
  private readonly years = new Map<number, readonly Segment[]>();
  private last: Segment = { start: 0, end: 0, offset: 0 };
  /** The last answer of Temporal, which may cover the next year too. */
  private lastAnswer = this.last;

  constructor(private readonly timeZone: string) {}

  /** The segment that contains an epoch millisecond. */
  segmentAt(epochMs: number): Segment {
    if (!contains(this.last, epochMs)) this.last = this.find(epochMs);
    return this.last;
  }

  private find(epochMs: number): Segment {
    const year = yearOfMs(epochMs);
    if (year < FIRST_YEAR) {
      const { start, offset } = this.findIn(FIRST_YEAR, startOfYear(FIRST_YEAR));
      return { start: -Infinity, end: start, offset };
    }
    if (year <= LAST_YEAR) return this.findIn(year, epochMs);
    const sameCalendar = RULED_YEAR_BY_CALENDAR.get(toCalendarKey(year)) ?? LAST_YEAR;
    const shift = startOfYear(year) - startOfYear(sameCalendar);
    const { start, end, offset } = this.findIn(sameCalendar, epochMs - shift);
    return { start: start + shift, end: end + shift, offset };
  }

  private findIn(year: number, epochMs: number): Segment {
    const segments = this.years.get(year) ?? this.findSegments(year);
    this.years.set(year, segments);
    const segment = segments.find((each) => contains(each, epochMs));
    if (!segment) throw new RangeError(`the year ${year} does not contain ${epochMs}`);
    return segment;
  }

  private findSegments(year: number): Segment[] {
    const endOfYear = startOfYear(year + 1);
    const segments: Segment[] = [];
    let start = startOfYear(year);
    while (start < endOfYear) {
      const { offset, end } = this.askTemporal(start);
      segments.push({ start, end: Math.min(end, endOfYear), offset });
      start = end;
    }
    return segments;
  }

  private askTemporal(epochMs: number): Segment {
    if (contains(this.lastAnswer, epochMs)) return this.lastAnswer;
    const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(this.timeZone);
    const end = local.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
    this.lastAnswer = { start: epochMs, end, offset: local.offsetNanoseconds / 1_000_000 };
    return this.lastAnswer;
  }
}

const contains = ({ start, end }: Segment, epochMs: number): boolean => epochMs >= start && epochMs < end;
