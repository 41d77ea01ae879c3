import { Temporal } from 'temporal-polyfill/implementation';
import { calendarOf, startOfYear, yearOfMs } from './years.js';

/** A stretch of time, `[start, end)` in milliseconds since 1970, in which a clock keeps one offset. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Milliseconds by which local time is ahead of UTC. */
  readonly offset: number;
}

/** No clock was changed before this year: the first change was that of Manila, at the end of 1844. */
const FIRST_YEAR = 1843;
/**
 * From here on a clock changes by a rule, such as the last Sunday of March, or never (what follows the
 * moon, in Morocco and Gaza, is listed up to 2087): a year is like any other one with its calendar.
 */
const FIRST_RULED_YEAR = 2101;
/** The fewest years in a row that have all 14 calendars. */
const RULED_YEARS = 28;
const LAST_YEAR = FIRST_RULED_YEAR + RULED_YEARS - 1;

const RULED_YEAR_BY_CALENDAR: ReadonlyMap<string, number> = new Map(
  Array.from({ length: RULED_YEARS }, (_, index) => [calendarOf(FIRST_RULED_YEAR + index), FIRST_RULED_YEAR + index]),
);

/**
 * The clock of a time zone, as segments that each lie in one year of UTC. Temporal is asked for each
 * change of the clock once, when a time of its year is first looked up, and about 286 years at most;
 * all else is arithmetic. A change takes Temporal 0.1 ms; the first one in a zone takes up to 20 ms, once.
 */
export class ZoneClock {
  private readonly years = new Map<number, readonly Segment[]>();
  private last: Segment = { start: 0, end: 0, offset: 0 };
  /** What Temporal has said last: it may cover the next year too. */
  private lastAnswer = this.last;

  constructor(private readonly timeZone: string) {}

  /** The segment that holds a millisecond. */
  at(epochMs: number): Segment {
    if (!holds(this.last, epochMs)) this.last = this.find(epochMs);
    return this.last;
  }

  private find(epochMs: number): Segment {
    const year = yearOfMs(epochMs);
    if (year < FIRST_YEAR) {
      const { start, offset } = this.findIn(FIRST_YEAR, startOfYear(FIRST_YEAR));
      return { start: -Infinity, end: start, offset };
    }
    if (year <= LAST_YEAR) return this.findIn(year, epochMs);
    const like = RULED_YEAR_BY_CALENDAR.get(calendarOf(year)) ?? LAST_YEAR;
    const shift = startOfYear(year) - startOfYear(like);
    const { start, end, offset } = this.findIn(like, epochMs - shift);
    return { start: start + shift, end: end + shift, offset };
  }

  private findIn(year: number, epochMs: number): Segment {
    const segments = this.years.get(year) ?? this.segmentsOf(year);
    this.years.set(year, segments);
    const segment = segments.find((each) => holds(each, epochMs));
    if (!segment) throw new RangeError(`the year ${year} does not hold ${epochMs}`);
    return segment;
  }

  private segmentsOf(year: number): Segment[] {
    const endOfYear = startOfYear(year + 1);
    const segments: Segment[] = [];
    let start = startOfYear(year);
    while (start < endOfYear) {
      const { offset, end } = this.ask(start);
      segments.push({ start, end: Math.min(end, endOfYear), offset });
      start = end;
    }
    return segments;
  }

  private ask(epochMs: number): Segment {
    if (holds(this.lastAnswer, epochMs)) return this.lastAnswer;
    const local = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(this.timeZone);
    const end = local.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity;
    this.lastAnswer = { start: epochMs, end, offset: local.offsetNanoseconds / 1_000_000 };
    return this.lastAnswer;
  }
}

const holds = ({ start, end }: Segment, epochMs: number): boolean => epochMs >= start && epochMs < end;
