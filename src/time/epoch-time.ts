import type { Temporal } from 'temporal-polyfill/implementation';

/** An instant as two integers: milliseconds since 1970, and the nanoseconds within that millisecond. */
export interface EpochTime {
  readonly epochMs: number;
  readonly nanoseconds: number;
}

const NANOSECONDS_IN_MS = 1_000_000n;

export const toEpochTime = ({ epochMilliseconds: epochMs, epochNanoseconds }: Temporal.Instant): EpochTime => ({
  epochMs,
  nanoseconds: Number(epochNanoseconds - BigInt(epochMs) * NANOSECONDS_IN_MS),
});

/** The moment at which a millisecond begins. */
export const startOfMs = (epochMs: number): EpochTime => ({ epochMs, nanoseconds: 0 });

/** Negative, 0 or positive: `a` is before, at or after `b`. */
export const compareEpochTimes = (a: EpochTime, b: EpochTime): number =>
  a.epochMs - b.epochMs || a.nanoseconds - b.nanoseconds;
