import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyTimestampLike } from '../../test/support/any-timestamp.js';
import { parseEpochMs, parseSubMsNanos } from './epoch.js';
import { parseInstant } from './instant.js';
import { isTimestamp } from './timestamp.js';

const NANOS_PER_MS = 1_000_000n;
const DAY_MS = 86_400_000;

describe('parseEpochMs and parseSubMsNanos', () => {
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
  `('read $timestamp as $ms and $nanos', ({ timestamp, ms, nanos }) => {
    expect({ ms: parseEpochMs(timestamp), nanos: parseSubMsNanos(timestamp) }).toEqual({ ms, nanos });
  });

  it('add up to the instant that Temporal reads', () => {
    fc.assert(
      fc.property(anyTimestampLike.filter(isTimestamp), (timestamp) => {
        expect(BigInt(parseEpochMs(timestamp)) * NANOS_PER_MS + BigInt(parseSubMsNanos(timestamp))).toBe(
          parseInstant(timestamp).epochNanoseconds,
        );
        expect(parseSubMsNanos(timestamp)).toBeGreaterThanOrEqual(0);
        expect(parseSubMsNanos(timestamp)).toBeLessThan(1_000_000);
      }),
      { numRuns: 3000 },
    );
  });

  it('agree with Date on each day of a 400-year cycle of the calendar', () => {
    const days = Array.from({ length: 400 * 365.2425 }, (_, day) => Date.UTC(1900, 0) + day * DAY_MS);
    expect(days.filter((ms) => parseEpochMs(new Date(ms).toISOString()) !== ms)).toEqual([]);
  });
});
