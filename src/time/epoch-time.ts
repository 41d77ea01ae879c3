import type { Temporal } from 'temporal-polyfill/implementation';

/** An instant as two integers, exact to the nanosecond. */
export interface EpochTime {
  /** Milliseconds since 1970-01-01T00:00Z, rounded down; negative before. */
  readonly epochMs: number;
  /** Nanoseconds within that millisecond, 0 to 999,999. */
  readonly nanoseconds: number;
}

const NANOSECONDS_IN_MS = 1_000_000n;

/** Converts an instant of Temporal, exactly. */
export const toEpochTime = ({ epochMilliseconds: epochMs, epochNanoseconds }: Temporal.Instant): EpochTime => ({
  epochMs,
  nanoseconds: Number(epochNanoseconds - BigInt(epochMs) * NANOSECONDS_IN_MS),
});

/** The instant at which a millisecond since 1970 begins. */
export const startOfMs = (epochMs: number): EpochTime => ({ epochMs, nanoseconds: 0 });

/**
 * Compares two instants for sorting: negative if `a` is before `b`, 0 if they are equal, positive
 * if it is after.
 */
export const compareEpochTimes = (a: EpochTime, b: EpochTime): number =>
  a.epochMs - b.epochMs || a.nanoseconds - b.nanoseconds;
