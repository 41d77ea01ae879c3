import type { Temporal } from 'temporal-polyfill';

/** An instant as two integers: milliseconds since 1970, and the nanoseconds within that millisecond. */
export interface Moment {
  readonly epochMs: number;
  readonly nanoseconds: number;
}

const NANOSECONDS_IN_MS = 1_000_000n;

export const momentOf = ({ epochMilliseconds: epochMs, epochNanoseconds }: Temporal.Instant): Moment => ({
  epochMs,
  nanoseconds: Number(epochNanoseconds - BigInt(epochMs) * NANOSECONDS_IN_MS),
});
