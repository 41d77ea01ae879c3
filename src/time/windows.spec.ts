import { describe, expect, it } from '@jest/globals';
import { windowsOf } from '../../test/support/zoned-windows.js';
import { parseInstant } from './instant.js';
import type { Granularity } from './windows.js';

/**
 * More windows than any of these intervals has: an endless loop fails a test instead of hanging it.
 */
const LIMIT = 10;

/** The start of each window and the end of the last one, in local time. */
const edgesOf = (from: string, to: string, granularity: Granularity, zone: string): string[] => {
  const windows = windowsOf({ from: parseInstant(from), to: parseInstant(to) }, granularity, zone, LIMIT);
  const last = windows.at(-1);
  return [...windows.map((window) => window.from), ...(last ? [last.to] : [])].map((edge) =>
    edge.toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
  );
};

describe('the windows of an interval', () => {
  it.each<{ what: string; granularity: Granularity; from: string; to: string; edges: string[] }>`
    what                                  | granularity | from                      | to                        | edges
    ${'one day'}                          | ${'P1D'}    | ${'2026-03-02T00:00:00Z'} | ${'2026-03-03T00:00:00Z'} | ${['2026-03-02T00:00+00:00', '2026-03-03T00:00+00:00']}
    ${'days, the first and the last cut'} | ${'P1D'}    | ${'2026-03-02T06:30:00Z'} | ${'2026-03-04T00:01:00Z'} | ${['2026-03-02T06:30+00:00', '2026-03-03T00:00+00:00', '2026-03-04T00:00+00:00', '2026-03-04T00:01+00:00']}
    ${'hours'}                            | ${'PT1H'}   | ${'2026-03-02T22:15:00Z'} | ${'2026-03-03T00:00:00Z'} | ${['2026-03-02T22:15+00:00', '2026-03-02T23:00+00:00', '2026-03-03T00:00+00:00']}
    ${'months of 28, 29 and 31 days'}     | ${'P1M'}    | ${'2024-01-01T00:00:00Z'} | ${'2024-04-01T00:00:00Z'} | ${['2024-01-01T00:00+00:00', '2024-02-01T00:00+00:00', '2024-03-01T00:00+00:00', '2024-04-01T00:00+00:00']}
    ${'months from the last day of one'}  | ${'P1M'}    | ${'2026-01-31T12:00:00Z'} | ${'2026-03-01T00:00:00Z'} | ${['2026-01-31T12:00+00:00', '2026-02-01T00:00+00:00', '2026-03-01T00:00+00:00']}
    ${'less than a window'}               | ${'P1M'}    | ${'2026-03-02T10:00:00Z'} | ${'2026-03-02T10:01:00Z'} | ${['2026-03-02T10:00+00:00', '2026-03-02T10:01+00:00']}
    ${'none, if the interval is empty'}   | ${'P1D'}    | ${'2026-03-02T00:00:00Z'} | ${'2026-03-02T00:00:00Z'} | ${[]}
  `('are, in UTC, $what', ({ granularity, from, to, edges }) => {
    expect(edgesOf(from, to, granularity, 'UTC')).toEqual(edges);
  });

  it.each<{ what: string; zone: string; granularity: Granularity; from: string; to: string; edges: string[] }>`
    what                                                 | zone                     | granularity | from                      | to                        | edges
    ${'a day of 23 hours'}                               | ${'Europe/London'}       | ${'P1D'}    | ${'2026-03-29T00:00:00Z'} | ${'2026-03-30T23:00:00Z'} | ${['2026-03-29T00:00+00:00', '2026-03-30T00:00+01:00', '2026-03-31T00:00+01:00']}
    ${'a day of 25 hours'}                               | ${'Europe/London'}       | ${'P1D'}    | ${'2026-10-24T23:00:00Z'} | ${'2026-10-27T00:00:00Z'} | ${['2026-10-25T00:00+01:00', '2026-10-26T00:00+00:00', '2026-10-27T00:00+00:00']}
    ${'an hour left out'}                                | ${'Europe/London'}       | ${'PT1H'}   | ${'2026-03-29T00:00:00Z'} | ${'2026-03-29T02:00:00Z'} | ${['2026-03-29T00:00+00:00', '2026-03-29T02:00+01:00', '2026-03-29T03:00+01:00']}
    ${'an hour that comes twice'}                        | ${'Europe/London'}       | ${'PT1H'}   | ${'2026-10-25T00:00:00Z'} | ${'2026-10-25T02:00:00Z'} | ${['2026-10-25T01:00+01:00', '2026-10-25T01:00+00:00', '2026-10-25T02:00+00:00']}
    ${'months over a change of the clock'}               | ${'Europe/London'}       | ${'P1M'}    | ${'2026-03-01T00:00:00Z'} | ${'2026-04-30T23:00:00Z'} | ${['2026-03-01T00:00+00:00', '2026-04-01T00:00+01:00', '2026-05-01T00:00+01:00']}
    ${'hours that start at half past in UTC'}            | ${'Asia/Kolkata'}        | ${'PT1H'}   | ${'2026-03-02T00:00:00Z'} | ${'2026-03-02T01:30:00Z'} | ${['2026-03-02T05:30+05:30', '2026-03-02T06:00+05:30', '2026-03-02T07:00+05:30']}
    ${'days at an offset of three quarters'}             | ${'Asia/Kathmandu'}      | ${'P1D'}    | ${'2026-03-01T18:15:00Z'} | ${'2026-03-02T18:15:00Z'} | ${['2026-03-02T00:00+05:45', '2026-03-03T00:00+05:45']}
    ${'no day that the zone skipped'}                    | ${'Pacific/Apia'}        | ${'P1D'}    | ${'2011-12-29T10:00:00Z'} | ${'2011-12-31T10:00:00Z'} | ${['2011-12-29T00:00-10:00', '2011-12-31T00:00+14:00', '2012-01-01T00:00+14:00']}
    ${'a month with a skipped day'}                      | ${'Pacific/Apia'}        | ${'P1M'}    | ${'2011-12-01T10:00:00Z'} | ${'2012-01-31T10:00:00Z'} | ${['2011-12-01T00:00-10:00', '2012-01-01T00:00+14:00', '2012-02-01T00:00+14:00']}
    ${'a day without a midnight'}                        | ${'America/Sao_Paulo'}   | ${'P1D'}    | ${'2018-11-03T03:00:00Z'} | ${'2018-11-05T02:00:00Z'} | ${['2018-11-03T00:00-03:00', '2018-11-04T01:00-02:00', '2018-11-05T00:00-02:00']}
    ${'a day with two midnights'}                        | ${'Atlantic/Azores'}     | ${'P1D'}    | ${'2026-10-24T00:00:00Z'} | ${'2026-10-26T01:00:00Z'} | ${['2026-10-24T00:00+00:00', '2026-10-25T00:00+00:00', '2026-10-26T00:00-01:00']}
    ${'half an hour, if the clock skips a half'}         | ${'Australia/Lord_Howe'} | ${'PT1H'}   | ${'2026-10-03T14:30:00Z'} | ${'2026-10-03T17:00:00Z'} | ${['2026-10-04T01:00+10:30', '2026-10-04T02:30+11:00', '2026-10-04T03:00+11:00', '2026-10-04T04:00+11:00']}
    ${'an hour and a half, if it repeats a half'}        | ${'Australia/Lord_Howe'} | ${'PT1H'}   | ${'2026-04-04T13:00:00Z'} | ${'2026-04-04T16:30:00Z'} | ${['2026-04-05T00:00+11:00', '2026-04-05T01:00+11:00', '2026-04-05T02:00+10:30', '2026-04-05T03:00+10:30']}
    ${'the rest of that hour'}                           | ${'Australia/Lord_Howe'} | ${'PT1H'}   | ${'2026-04-04T15:10:00Z'} | ${'2026-04-04T16:30:00Z'} | ${['2026-04-05T01:40+10:30', '2026-04-05T02:00+10:30', '2026-04-05T03:00+10:30']}
    ${'half an hour, if the clock skips the other half'} | ${'America/Caracas'}     | ${'PT1H'}   | ${'2016-05-01T05:30:00Z'} | ${'2016-05-01T08:00:00Z'} | ${['2016-05-01T01:00-04:30', '2016-05-01T02:00-04:30', '2016-05-01T03:00-04:00', '2016-05-01T04:00-04:00']}
    ${'half an hour before midnight'}                    | ${'Asia/Pyongyang'}      | ${'PT1H'}   | ${'2018-05-04T13:30:00Z'} | ${'2018-05-04T16:00:00Z'} | ${['2018-05-04T22:00+08:30', '2018-05-04T23:00+08:30', '2018-05-05T00:00+09:00', '2018-05-05T01:00+09:00']}
    ${'an hour with a skip of one hour in the middle'}   | ${'Pacific/Chatham'}     | ${'PT1H'}   | ${'2026-09-26T13:15:00Z'} | ${'2026-09-26T15:15:00Z'} | ${['2026-09-27T02:00+12:45', '2026-09-27T04:00+13:45', '2026-09-27T05:00+13:45']}
    ${'an hour in the middle of which it is set back'}   | ${'Pacific/Chatham'}     | ${'PT1H'}   | ${'2026-04-04T12:15:00Z'} | ${'2026-04-04T15:15:00Z'} | ${['2026-04-05T02:00+13:45', '2026-04-05T03:00+13:45', '2026-04-05T03:00+12:45', '2026-04-05T04:00+12:45']}
    ${'the rest of an evening that is repeated'}         | ${'America/St_Johns'}    | ${'P1D'}    | ${'2009-11-01T02:45:00Z'} | ${'2009-11-02T03:30:00Z'} | ${['2009-10-31T23:15-03:30', '2009-11-02T00:00-03:30']}
  `('are, in $zone, $what', ({ zone, granularity, from, to, edges }) => {
    expect(edgesOf(from, to, granularity, zone)).toEqual(edges);
  });
});
