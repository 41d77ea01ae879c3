import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertLaw } from '../support/assert-law.js';
import { isTimestamp } from '../../src/time/timestamp.js';
import { GRANULARITIES } from '../../src/time/windows.js';
import { json } from '../support/answers.js';
import { anyTimestampLike } from '../support/any-timestamp.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { answered } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';
import { exactly } from '../support/statement.js';
import { rowsBetween, type Summary, summary } from '../support/summaries.js';

describe('timestamps outside the period', () => {
  const edge = useService();

  const get = async (path: string, query: Record<string, string>) =>
    (await edge.ask('get', `${path}?${new URLSearchParams(query).toString()}`).expect(200)).body;

  const getSummary = (query: Record<string, string> = {}): Promise<Summary & Record<string, unknown>> =>
    get('/v1/usage/summary', query);

  const serveTimes = (...timestamps: string[]): void =>
    void edge.upstream.on(MESSAGES, json(period(...timestamps.map((timestamp, id) => message({ id, timestamp })))));

  const TODAY = ['2026-03-02T00:00:00+00:00', '2026-03-03T00:00:00+00:00'];

  describe('GET /v1/usage/summary with a stray timestamp', () => {
    it.each<{ what: string; timestamp: string; edges: string[] }>`
      what                                 | timestamp                           | edges
      ${'the zero of Go and .NET'}         | ${'0001-01-01T00:00:00Z'}           | ${['0001-01-01T00:00:00+00:00', '0001-01-02T00:00:00+00:00']}
      ${'the first year there is'}         | ${'0000-01-01T00:00:00Z'}           | ${['0000-01-01T00:00:00+00:00', '0000-01-02T00:00:00+00:00']}
      ${'the zero of Unix'}                | ${'1970-01-01T00:00:00Z'}           | ${['1970-01-01T00:00:00+00:00', '1970-01-02T00:00:00+00:00']}
      ${'the last nanosecond of the year'} | ${'9999-12-31T23:59:59.999999999Z'} | ${['9999-12-31T00:00:00+00:00', '9999-12-31T00:01:00-23:59']}
      ${'a year that is later in UTC'}     | ${'9999-12-31T23:59:59-23:59'}      | ${['9999-12-31T00:01:00-23:59', '9999-12-31T23:59:59.999999999-23:59']}
      ${'a year that is earlier in UTC'}   | ${'0000-01-01T00:00:00+23:59'}      | ${['0000-01-01T00:00:00+23:59', '0000-01-01T00:00:00+00:00']}
    `('has only the days with a message, and says so: $what', async ({ timestamp, edges }) => {
      serveTimes(timestamp, '2026-03-02T08:14:09Z', '2026-03-02T09:00:00Z');
      const stray = rowsBetween(edges, [1.05], [1]);
      const today = rowsBetween(TODAY, [2.1], [2]);
      expect(await getSummary()).toEqual({
        ...summary({
          totals: { credits_used: 3.15, messages: 3 },
          data: timestamp.startsWith('9') ? [...today, ...stray] : [...stray, ...today],
        }),
        windows: 'occupied',
      });
    });

    it('has only the hours with a message, cut at the bound asked for', async () => {
      serveTimes('2025-01-01T10:20:00Z', '2026-03-02T08:14:09Z', '2026-03-02T09:00:00Z');
      const edges = (...times: string[]) => times.map((time) => `${time}:00+00:00`);
      expect(await getSummary({ granularity: 'PT1H', from: '2025-01-01T10:15:00Z' })).toEqual({
        ...summary({
          granularity: 'PT1H',
          totals: { credits_used: 3.15, messages: 3 },
          data: [
            ...rowsBetween(edges('2025-01-01T10:15', '2025-01-01T11:00'), [1.05], [1]),
            ...rowsBetween(edges('2026-03-02T08:00', '2026-03-02T09:00', '2026-03-02T10:00'), [1.05, 1.05], [1, 1]),
          ],
        }),
        windows: 'occupied',
      });
      expect(await getSummary({ granularity: 'PT1H', to: '2025-01-01T10:30:00Z' })).toMatchObject({
        windows: 'all',
        totals: { messages: 1 },
      });
    });

    it('starts at `from`, even if no message is near', async () => {
      serveTimes('2026-03-02T08:14:09Z');
      expect(await getSummary({ from: '0001-01-01T00:00:00Z' })).toMatchObject({
        from: '0001-01-01T00:00:00+00:00',
        to: TODAY[1],
        windows: 'occupied',
        data: rowsBetween(TODAY, [1.05], [1]),
      });
    });

    it.each<{ hours: number; windows: string; rows: number }>`
      hours     | windows       | rows
      ${9_999}  | ${'all'}      | ${10_000}
      ${10_000} | ${'occupied'} | ${2}
    `('has $windows windows if messages are $hours hours apart', async ({ hours, windows, rows }) => {
      const first = Date.parse('2025-01-01T00:30:00Z');
      serveTimes(new Date(first).toISOString(), new Date(first + hours * 3_600_000).toISOString());
      const { data, ...rest } = await getSummary({ granularity: 'PT1H' });
      expect(rest).toMatchObject({ windows, totals: { credits_used: 2.1, messages: 2 } });
      expect(data).toHaveLength(rows);
    });

    it.each([
      'granularity=PT1H&from=0001-01-01T00:00:00Z&to=9999-01-01T00:00:00Z',
      'from=0001-01-01T00:00:00Z&to=9999-01-01T00:00:00Z&time_zone=Asia/Gaza',
      'granularity=P1M&from=0000-01-01T00:00:00Z&to=0833-05-01T00:00:01Z',
      'granularity=PT1H&from=2025-01-01T00:00:00Z&to=2026-02-21T16:00:00.000000001Z',
    ])('refuses ?%s before upstream is asked', async (query) => {
      const asked = await edge.ask('get', `/v1/usage/summary?${query}`);
      expect(answered(asked)).toEqual(refusal('granularity', 'makes more than 10000 windows of this interval'));
      expect(edge.upstream.asked).toEqual([]);
    });

    it('states a bound in UTC if the offset of the zone has seconds', async () => {
      serveTimes('0001-01-01T12:00:00Z');
      const edges = ['0001-01-01T04:56:02Z', '0001-01-02T04:56:02Z'];
      expect(await getSummary({ time_zone: 'America/New_York' })).toEqual(
        summary({
          time_zone: 'America/New_York',
          totals: { credits_used: 1.05, messages: 1 },
          data: rowsBetween(edges, [1.05], [1]),
        }),
      );
    });
  });

  describe('the bounds of a summary', () => {
    const anyTimestamp = fc.oneof(
      anyTimestampLike.filter(isTimestamp),
      fc.constantFrom(
        '0000-01-01T00:00:00+23:59',
        '0000-01-01T00:00:00Z',
        '0001-01-01T00:00:00Z',
        '1970-01-01T00:00:00Z',
        '1972-01-07T00:44:29.999999999Z',
        '1844-12-31T15:56:08Z',
        '9999-12-31T23:59:59.999999999Z',
        '9999-12-31T23:59:59-23:59',
        '9999-12-31T23:59:59.999999999-23:59',
      ),
      fc
        .date({ min: new Date('2009-10-31T00:00Z'), max: new Date('2009-11-03T00:00Z'), noInvalidDate: true })
        .map((date) => date.toISOString()),
    );
    const anyQuery = fc.record({
      granularity: fc.constantFrom(...GRANULARITIES),
      time_zone: fc.oneof(
        fc.constantFrom(
          'UTC',
          'America/St_Johns',
          'Africa/Monrovia',
          'Pacific/Kiritimati',
          'Etc/GMT+12',
          'Asia/Manila',
        ),
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
      ),
    });

    it('are timestamps, which as `from` and `to` of the bill select the messages of the window', async () => {
      await assertLaw(
        fc.asyncProperty(
          fc.array(anyTimestamp, { minLength: 1, maxLength: 4 }),
          anyQuery,
          async (timestamps, query) => {
            serveTimes(...timestamps);
            const { from, to, data, totals } = await getSummary(query);

            expect(
              [from, to, ...data.flatMap((row) => [row.from, row.to])].filter((bound) => !isTimestamp(bound)),
            ).toEqual([]);
            expect(totals.messages).toBe(timestamps.length);
            const occupied = data.filter(({ messages }) => messages > 0);
            expect(occupied.reduce((sum, { messages }) => sum + messages, 0)).toBe(timestamps.length);
            for (const row of occupied) {
              const { usage } = await get('/v1/usage', { from: row.from, to: row.to });
              const credits = usage.map((entry: { credits_used: number }) => entry.credits_used);
              expect([usage.length, exactly(credits)]).toEqual([row.messages, exactly([row.credits_used])]);
            }
          },
        ),
        { numRuns: 100, seed: 20_260_329 },
      );
    });
  });
});
