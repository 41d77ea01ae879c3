import { describe, expect, it, jest } from '@jest/globals';
import { billOf } from '../../../test/support/billed.js';
import { instantAt } from '../../../test/support/zoned-windows.js';
import { parseInstant } from '../../time/instant.js';
import { toEpochTime } from '../../time/epoch-time.js';
import { TimeSlice } from '../../time/time-slice.js';
import { Calendar, type Granularity } from '../../time/windows.js';
import { sortByTime } from './sorting.js';
import { hasTooManyWindows, findBounds, MAX_WINDOWS } from './window-bounds.js';

/** Not sorted by time. */
const MESSAGES = ['2026-03-29T00:30:00Z', '2026-03-02t08:14:09.4z', '2026-03-31T01:30:00+05:30'].map((timestamp) => ({
  timestamp,
}));

const instantOrNone = (timestamp?: string) =>
  timestamp === undefined ? undefined : toEpochTime(parseInstant(timestamp));

interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly granularity?: Granularity;
  readonly zone?: string;
}

const edgesOf = async (messages: typeof MESSAGES, { from, to, granularity = 'P1D', zone = 'UTC' }: Asked) => {
  const bill = billOf(...messages);
  const interval = { from: instantOrNone(from), to: instantOrNone(to) };
  const inOrder = await sortByTime(bill, bill.messages.rows(), new TimeSlice());
  const bounds = findBounds(bill, inOrder, interval, new Calendar(granularity, zone));
  return bounds && [instantAt(bounds.from).toString(), instantAt(bounds.to).toString()];
};

describe('findBounds', () => {
  it.each<{ granularity: Granularity; zone: string; edges: string[] }>`
    granularity | zone                     | edges
    ${'PT1H'}   | ${'UTC'}                 | ${['2026-03-02T08:00:00Z', '2026-03-30T21:00:00Z']}
    ${'P1D'}    | ${'UTC'}                 | ${['2026-03-02T00:00:00Z', '2026-03-31T00:00:00Z']}
    ${'P1M'}    | ${'UTC'}                 | ${['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z']}
    ${'P1D'}    | ${'Europe/London'}       | ${['2026-03-02T00:00:00Z', '2026-03-30T23:00:00Z']}
    ${'P1M'}    | ${'Europe/London'}       | ${['2026-03-01T00:00:00Z', '2026-03-31T23:00:00Z']}
    ${'PT1H'}   | ${'Asia/Kolkata'}        | ${['2026-03-02T07:30:00Z', '2026-03-30T20:30:00Z']}
    ${'P1D'}    | ${'America/Los_Angeles'} | ${['2026-03-02T08:00:00Z', '2026-03-31T07:00:00Z']}
  `(
    'returns the edges of the first and the last $granularity with a message in $zone',
    async ({ granularity, zone, edges }) => {
      expect(await edgesOf(MESSAGES, { granularity, zone })).toEqual(edges);
    },
  );

  it.each<{ what: string; asked: Asked; edges: string[] }>`
    what                                  | asked                                                           | edges
    ${'what is asked for, to the second'} | ${{ from: '2026-01-01T00:00:01Z', to: '2026-01-01T00:00:02Z' }} | ${['2026-01-01T00:00:01Z', '2026-01-01T00:00:02Z']}
    ${'a start and the last message'}     | ${{ from: '2026-03-02T07:00:01Z' }}                             | ${['2026-03-02T07:00:01Z', '2026-03-31T00:00:00Z']}
    ${'the first message and an end'}     | ${{ to: '2026-04-30T12:00:00Z' }}                               | ${['2026-03-02T00:00:00Z', '2026-04-30T12:00:00Z']}
  `('returns $what', async ({ asked, edges }) => {
    expect(await edgesOf(MESSAGES, asked)).toEqual(edges);
  });

  it('ends after a message at midnight, which belongs to the day that begins', async () => {
    const midnight = [{ timestamp: '2026-03-02T00:00:00Z' }];
    expect(await edgesOf(midnight, {})).toEqual(['2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z']);
  });

  it('ends after a message in an evening that the clock repeats', async () => {
    const evening = [{ timestamp: '2009-11-01T02:45:00Z' }];
    expect(await edgesOf(evening, { zone: 'America/St_Johns' })).toEqual([
      '2009-10-31T02:30:00Z',
      '2009-11-02T03:30:00Z',
    ]);
  });

  it('returns the bounds asked for without messages, and undefined if an end is open', async () => {
    const asked = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };
    expect(await edgesOf([], asked)).toEqual([asked.from, asked.to]);
    const open = [{}, { from: asked.from }, { to: asked.to }];
    expect(await Promise.all(open.map((query) => edgesOf([], query)))).toEqual([undefined, undefined, undefined]);
  });
});

describe('hasTooManyWindows', () => {
  const hasTooManyBetween = (from: string, to: string, calendar: Calendar): Promise<boolean> =>
    hasTooManyWindows(
      { from: toEpochTime(parseInstant(from)), to: toEpochTime(parseInstant(to)) },
      calendar,
      new TimeSlice(),
    );

  it.each<{ granularity: Granularity; zone: string; from: string; last: string; more: string }>`
    granularity | zone                     | from                      | last                      | more
    ${'PT1H'}   | ${'UTC'}                 | ${'2025-01-01T00:00:00Z'} | ${'2026-02-21T16:00:00Z'} | ${'2026-02-21T16:00:00.000000001Z'}
    ${'PT1H'}   | ${'Europe/London'}       | ${'2025-01-01T00:00:00Z'} | ${'2026-02-21T16:00:00Z'} | ${'2026-02-21T16:00:00.001Z'}
    ${'PT1H'}   | ${'Australia/Lord_Howe'} | ${'2025-01-01T00:00:00Z'} | ${'2026-02-21T16:00:00Z'} | ${'2026-02-21T16:00:00.001Z'}
    ${'PT1H'}   | ${'Asia/Kolkata'}        | ${'2025-01-01T00:00:00Z'} | ${'2026-02-21T15:30:00Z'} | ${'2026-02-21T15:30:00.001Z'}
    ${'P1D'}    | ${'UTC'}                 | ${'2000-01-01T00:00:00Z'} | ${'2027-05-19T00:00:00Z'} | ${'2027-05-19T00:00:01Z'}
    ${'P1D'}    | ${'Pacific/Apia'}        | ${'2000-01-01T11:00:00Z'} | ${'2027-05-19T11:00:00Z'} | ${'2027-05-19T11:00:01Z'}
    ${'P1M'}    | ${'America/New_York'}    | ${'2026-01-01T05:00:00Z'} | ${'2859-05-01T04:00:00Z'} | ${'2859-05-01T04:00:01Z'}
  `('counts 10,000 $granularity in $zone from $from to $last, and one more after it', async (given) => {
    const calendar = new Calendar(given.granularity, given.zone);
    expect(await hasTooManyBetween(given.from, given.last, calendar)).toBe(false);
    expect(await hasTooManyBetween(given.from, given.more, calendar)).toBe(true);
  });

  it.each<{ granularity: Granularity; to: string }>`
    granularity | to
    ${'PT1H'}   | ${'2029-01-01T00:00:00Z'}
    ${'P1D'}    | ${'2125-01-01T00:00:00Z'}
    ${'P1M'}    | ${'9999-01-01T00:00:00Z'}
  `('finds too many $granularity up to $to without counting', async ({ granularity, to }) => {
    const calendar = new Calendar(granularity, 'Asia/Gaza');
    const looked = jest.spyOn(calendar, 'findWindow');
    expect(await hasTooManyBetween('2025-01-01T00:00:00Z', to, calendar)).toBe(true);
    expect(looked).not.toHaveBeenCalled();
  });

  it('stops counting once there are too many', async () => {
    const calendar = new Calendar('PT1H', 'UTC');
    const looked = jest.spyOn(calendar, 'findWindow');
    expect(await hasTooManyBetween('2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z', calendar)).toBe(true);
    expect(looked).toHaveBeenCalledTimes(MAX_WINDOWS + 1);
  });
});
