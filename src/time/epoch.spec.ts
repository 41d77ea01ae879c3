import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyTimestampLike } from '../../test/support/any-timestamp.js';
import { epochMsOf, subMsNanosOf } from './epoch.js';
import { instantOf } from './instant.js';
import { isTimestamp } from './timestamp.js';

const NANOS_PER_MS = 1_000_000n;
const DAY_MS = 86_400_000;

describe('the milliseconds and the nanoseconds of an instant', () => {
  it.each<{ timestamp: string; ms: number; nanos: number }>`
    timestamp                                | ms                     | nanos
    ${'1970-01-01T00:00:00Z'}                | ${0}                   | ${0}
    ${'2026-03-02T08:14:09.412Z'}            | ${1_772_439_249_412}   | ${0}
    ${'2026-03-02 13:44:09.412+05:30'}       | ${1_772_439_249_412}   | ${0}
    ${'2026-03-01T09:14:09.4-23:00'}         | ${1_772_439_249_400}   | ${0}
    ${'2026-03-02t08:14:09.4120005z'}        | ${1_772_439_249_412}   | ${500}
    ${'2026-03-02T08:14:09.4129999999Z'}     | ${1_772_439_249_412}   | ${999_999}
    ${'2026-03-02T08:14:09.0000000009Z'}     | ${1_772_439_249_000}   | ${0}
    ${'1969-12-31T23:59:59.9999Z'}           | ${-1}                  | ${900_000}
    ${'1969-12-31T23:59:59.000000001Z'}      | ${-1000}               | ${1}
    ${'2016-12-31T23:59:60.75Z'}             | ${1_483_228_799_750}   | ${0}
    ${'2024-02-29T00:00:00Z'}                | ${1_709_164_800_000}   | ${0}
    ${'2024-03-01T00:00:00Z'}                | ${1_709_251_200_000}   | ${0}
    ${'0000-01-01T00:00:00+23:59'}           | ${-62_167_305_540_000} | ${0}
    ${'9999-12-31T23:59:59.999999999-23:59'} | ${253_402_387_139_999} | ${999_999}
  `('of $timestamp are $ms and $nanos', ({ timestamp, ms, nanos }) => {
    expect({ ms: epochMsOf(timestamp), nanos: subMsNanosOf(timestamp) }).toEqual({ ms, nanos });
  });

  it('make up the instant that Temporal reads', () => {
    fc.assert(
      fc.property(anyTimestampLike.filter(isTimestamp), (timestamp) => {
        expect(BigInt(epochMsOf(timestamp)) * NANOS_PER_MS + BigInt(subMsNanosOf(timestamp))).toBe(
          instantOf(timestamp).epochNanoseconds,
        );
        expect(subMsNanosOf(timestamp)).toBeGreaterThanOrEqual(0);
        expect(subMsNanosOf(timestamp)).toBeLessThan(1_000_000);
      }),
      { numRuns: 3000 },
    );
  });

  it('are right on each day of the 400 years after which the calendar repeats', () => {
    const days = Array.from({ length: 400 * 365.2425 }, (_, day) => Date.UTC(1900, 0) + day * DAY_MS);
    expect(days.filter((ms) => epochMsOf(new Date(ms).toISOString()) !== ms)).toEqual([]);
  });
});
