import { describe, expect, it } from '@jest/globals';
import { parseEpochTime } from './rfc3339.js';
import { intervalsOf, mapSchedule, type Schedule, valueAt } from './schedule.js';

const [NEW_YEAR, JUNE] = ['2027-01-01T00:00:00Z', '2027-06-01T00:00:00Z'].map(parseEpochTime);

const SCHEDULE: Schedule<string> = {
  first: 'a',
  later: [
    { from: parseEpochTime('2027-01-01T00:00:00Z'), value: 'b' },
    { from: parseEpochTime('2027-06-01T00:00:00Z'), value: 'a' },
  ],
};

describe('a schedule', () => {
  it.each<{ instant: string; value: string }>`
    instant                                  | value
    ${'0001-01-01T00:00:00Z'}                | ${'a'}
    ${'2026-12-31T23:59:59.999999999Z'}      | ${'a'}
    ${'2027-01-01T00:00:00Z'}                | ${'b'}
    ${'2027-01-01T01:00:00+01:00'}           | ${'b'}
    ${'2027-01-01T00:59:59.999999999+01:00'} | ${'a'}
    ${'2027-05-31T23:59:59.999999999Z'}      | ${'b'}
    ${'2027-06-01T00:00:00Z'}                | ${'a'}
    ${'9999-12-31T23:59:59Z'}                | ${'a'}
  `('has $value at $instant', ({ instant, value }) => {
    expect(valueAt(SCHEDULE, parseEpochTime(instant))).toBe(value);
  });

  it('tells a value at the nanosecond before its start from one at its start', () => {
    const from = parseEpochTime('2026-03-10T12:00:00.000000001Z');
    const schedule = { first: 'before', later: [{ from, value: 'after' }] };
    expect(valueAt(schedule, parseEpochTime('2026-03-10T12:00:00Z'))).toBe('before');
    expect(valueAt(schedule, parseEpochTime('2026-03-10T12:00:00.000000001Z'))).toBe('after');
  });

  it('tells each time in which a value is in force', () => {
    expect(intervalsOf(SCHEDULE, 'a')).toEqual([
      { from: undefined, to: NEW_YEAR },
      { from: JUNE, to: undefined },
    ]);
    expect(intervalsOf(SCHEDULE, 'b')).toEqual([{ from: NEW_YEAR, to: JUNE }]);
    expect(intervalsOf(SCHEDULE, 'c')).toEqual([]);
    expect(intervalsOf({ first: 'a', later: [] }, 'a')).toEqual([{ from: undefined, to: undefined }]);
  });

  it('keeps its instants when its values are transformed', () => {
    expect(mapSchedule(SCHEDULE, (value) => value.toUpperCase())).toEqual({
      first: 'A',
      later: [
        { from: NEW_YEAR, value: 'B' },
        { from: JUNE, value: 'A' },
      ],
    });
  });
});
