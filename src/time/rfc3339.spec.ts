import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTimestamp } from './timestamp.js';
import { formatDate, LAST_EPOCH_TIME, parseEpochTime, formatRfc3339 } from './rfc3339.js';

const minutes = (count: number): number => count * 60_000;

describe('formatRfc3339', () => {
  it.each<{ instant: string; offset: number; stated: string }>`
    instant                                  | offset                | stated
    ${'2026-03-02T00:00:00Z'}                | ${0}                  | ${'2026-03-02T00:00:00+00:00'}
    ${'2026-03-02T00:00:00Z'}                | ${minutes(330)}       | ${'2026-03-02T05:30:00+05:30'}
    ${'2026-03-02T00:00:00Z'}                | ${minutes(-210)}      | ${'2026-03-01T20:30:00-03:30'}
    ${'2026-03-02T00:00:00.500Z'}            | ${0}                  | ${'2026-03-02T00:00:00.5+00:00'}
    ${'2026-03-02T00:00:00.000000010Z'}      | ${minutes(60)}        | ${'2026-03-02T01:00:00.00000001+01:00'}
    ${'1972-01-07T00:00:00Z'}                | ${-44.5 * minutes(1)} | ${'1972-01-07T00:00:00Z'}
    ${'0001-01-01T04:56:02Z'}                | ${-17_762_000}        | ${'0001-01-01T04:56:02Z'}
    ${'0000-01-01T00:00:00Z'}                | ${0}                  | ${'0000-01-01T00:00:00+00:00'}
    ${'0000-01-01T00:00:00Z'}                | ${minutes(-300)}      | ${'0000-01-01T00:00:00Z'}
    ${'9999-12-31T23:59:59.999999999Z'}      | ${0}                  | ${'9999-12-31T23:59:59.999999999+00:00'}
    ${'9999-12-31T23:59:59Z'}                | ${minutes(60)}        | ${'9999-12-31T23:59:59Z'}
    ${'9999-12-31T23:59:00-00:01'}           | ${0}                  | ${'9999-12-31T00:01:00-23:59'}
    ${'9999-12-31T23:59:00-00:01'}           | ${minutes(-60)}       | ${'9999-12-31T23:00:00-01:00'}
    ${'9999-12-31T23:59:59.999999999-23:59'} | ${0}                  | ${'9999-12-31T23:59:59.999999999-23:59'}
    ${'0000-01-01T00:00:00+00:01'}           | ${0}                  | ${'0000-01-01T23:58:00+23:59'}
    ${'0000-01-01T00:00:00+23:59'}           | ${minutes(-60)}       | ${'0000-01-01T00:00:00+23:59'}
  `('formats $instant as $stated, $offset ms ahead of UTC', ({ instant, offset, stated }) => {
    expect(formatRfc3339(parseEpochTime(instant), offset)).toBe(stated);
  });

  it('formats an instant out of range as the first or last that can be stated', () => {
    const beyond = [
      { epochMs: Date.UTC(-1, 11, 1), nanoseconds: 0 },
      { epochMs: Date.UTC(10_000, 1, 1), nanoseconds: 0 },
    ];
    expect(beyond.map((instant) => formatRfc3339(instant, 0))).toEqual([
      '0000-01-01T00:00:00+23:59',
      '9999-12-31T23:59:59.999999999-23:59',
    ]);
  });

  it('formats any instant as a timestamp of the same instant, at any offset', () => {
    const anyEpochTime = fc.record({
      epochMs: fc.integer({
        min: parseEpochTime('0000-01-01T00:00:00+23:59').epochMs,
        max: LAST_EPOCH_TIME.epochMs,
      }),
      nanoseconds: fc.oneof(fc.constant(0), fc.nat(999_999)),
    });
    const anyOffset = fc.oneof(fc.integer({ min: -1439, max: 1439 }).map(minutes), fc.integer({ min: -6e7, max: 6e7 }));
    fc.assert(
      fc.property(anyEpochTime, anyOffset, (instant, offset) => {
        const stated = formatRfc3339(instant, offset);
        expect(isTimestamp(stated)).toBe(true);
        expect(parseEpochTime(stated)).toEqual(instant);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('formatDate', () => {
  it.each<{ local: string; date: string }>`
    local                         | date
    ${'2026-03-02T23:59:59.999Z'} | ${'2026-03-02'}
    ${'0000-01-01T00:00:00Z'}     | ${'0000-01-01'}
    ${'-000001-12-31T23:59:59Z'}  | ${'0000-01-01'}
    ${'+010000-01-01T00:00:00Z'}  | ${'9999-12-31'}
  `('formats $local as $date', ({ local, date }) => {
    expect(formatDate(Date.parse(local))).toBe(date);
  });
});
