import { describe, expect, it } from '@jest/globals';
import { instantOf } from './instant.js';
import { contains } from './interval.js';

const FROM = '2026-03-02T00:00:00Z';
const TO = '2026-03-03T00:00:00Z';

describe('an interval', () => {
  it.each<{ what: string; from?: string; to?: string; instant: string; inside: boolean }>`
    what                                     | from         | to           | instant                             | inside
    ${'holds its start'}                     | ${FROM}      | ${TO}        | ${'2026-03-02T01:00:00+01:00'}      | ${true}
    ${'does not hold what is before it'}     | ${FROM}      | ${TO}        | ${'2026-03-01T23:59:59.999999999Z'} | ${false}
    ${'holds the last nanosecond'}           | ${FROM}      | ${TO}        | ${'2026-03-02T23:59:59.999999999Z'} | ${true}
    ${'does not hold its end'}               | ${FROM}      | ${TO}        | ${'2026-03-02T19:00:00-05:00'}      | ${false}
    ${'holds all the past without a start'}  | ${undefined} | ${TO}        | ${'0000-01-01T00:00:00Z'}           | ${true}
    ${'has its end without a start too'}     | ${undefined} | ${TO}        | ${TO}                               | ${false}
    ${'holds all the future without an end'} | ${FROM}      | ${undefined} | ${'9999-12-31T23:59:59Z'}           | ${true}
    ${'has its start without an end too'}    | ${FROM}      | ${undefined} | ${'2026-03-01T23:59:59Z'}           | ${false}
    ${'without ends holds everything'}       | ${undefined} | ${undefined} | ${FROM}                             | ${true}
  `('$what', ({ from, to, instant, inside }) => {
    const end = (timestamp?: string) => (timestamp === undefined ? undefined : instantOf(timestamp));
    expect(contains({ from: end(from), to: end(to) }, instantOf(instant))).toBe(inside);
  });
});
