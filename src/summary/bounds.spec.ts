import { describe, expect, it } from '@jest/globals';
import { billOf } from '../../test/support/billed.js';
import { instantOf } from '../time/instant.js';
import type { Granularity } from '../time/windows.js';
import { byTime } from '../usage/sorting.js';
import { boundsOf } from './bounds.js';

/** Not in the order of their times. */
const MESSAGES = ['2026-03-29T00:30:00Z', '2026-03-02t08:14:09.4z', '2026-03-31T01:30:00+05:30'].map((timestamp) => ({
  timestamp,
}));

const instantOrNone = (timestamp?: string) => (timestamp === undefined ? undefined : instantOf(timestamp));

interface Asked {
  readonly from?: string;
  readonly to?: string;
  readonly granularity?: Granularity;
  readonly zone?: string;
}

const edgesOf = (messages: typeof MESSAGES, { from, to, granularity = 'P1D', zone = 'UTC' }: Asked) => {
  const bill = billOf(...messages);
  const interval = { from: instantOrNone(from), to: instantOrNone(to) };
  const bounds = boundsOf(bill, byTime(bill, bill.rows()), interval, granularity, zone);
  return bounds && [bounds.from.toString(), bounds.to.toString()];
};

describe('the bounds of a summary', () => {
  it.each<{ granularity: Granularity; zone: string; edges: string[] }>`
    granularity | zone                     | edges
    ${'PT1H'}   | ${'UTC'}                 | ${['2026-03-02T08:00:00Z', '2026-03-30T21:00:00Z']}
    ${'P1D'}    | ${'UTC'}                 | ${['2026-03-02T00:00:00Z', '2026-03-31T00:00:00Z']}
    ${'P1M'}    | ${'UTC'}                 | ${['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z']}
    ${'P1D'}    | ${'Europe/London'}       | ${['2026-03-02T00:00:00Z', '2026-03-30T23:00:00Z']}
    ${'P1M'}    | ${'Europe/London'}       | ${['2026-03-01T00:00:00Z', '2026-03-31T23:00:00Z']}
    ${'PT1H'}   | ${'Asia/Kolkata'}        | ${['2026-03-02T07:30:00Z', '2026-03-30T20:30:00Z']}
    ${'P1D'}    | ${'America/Los_Angeles'} | ${['2026-03-02T08:00:00Z', '2026-03-31T07:00:00Z']}
  `('are the edges of the first and the last $granularity with a message in $zone', ({ granularity, zone, edges }) => {
    expect(edgesOf(MESSAGES, { granularity, zone })).toEqual(edges);
  });

  it.each<{ what: string; asked: Asked; edges: string[] }>`
    what                                  | asked                                                           | edges
    ${'what is asked for, to the second'} | ${{ from: '2026-01-01T00:00:01Z', to: '2026-01-01T00:00:02Z' }} | ${['2026-01-01T00:00:01Z', '2026-01-01T00:00:02Z']}
    ${'a start and the last message'}     | ${{ from: '2026-03-02T07:00:01Z' }}                             | ${['2026-03-02T07:00:01Z', '2026-03-31T00:00:00Z']}
    ${'the first message and an end'}     | ${{ to: '2026-04-30T12:00:00Z' }}                               | ${['2026-03-02T00:00:00Z', '2026-04-30T12:00:00Z']}
  `('are $what', ({ asked, edges }) => {
    expect(edgesOf(MESSAGES, asked)).toEqual(edges);
  });

  it('end after a message at midnight, which belongs to the day that it begins', () => {
    const midnight = [{ timestamp: '2026-03-02T00:00:00Z' }];
    expect(edgesOf(midnight, {})).toEqual(['2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z']);
  });

  it('end after a message in an evening that a clock has begun anew', () => {
    const evening = [{ timestamp: '2009-11-01T02:45:00Z' }];
    expect(edgesOf(evening, { zone: 'America/St_Johns' })).toEqual(['2009-10-31T02:30:00Z', '2009-11-02T03:30:00Z']);
  });

  it('are what is asked for without a message, and none where an end is left open', () => {
    const asked = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };
    expect(edgesOf([], asked)).toEqual([asked.from, asked.to]);
    expect([{}, { from: asked.from }, { to: asked.to }].map((open) => edgesOf([], open))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
