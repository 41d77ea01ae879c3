import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { ODD_CLOCKS, rowsBetween, type Summary, summary } from '../support/summaries.js';
import { credits, sum } from '../../src/pricing/index.js';

describe('GET /v1/usage/summary in a time zone', () => {
  const edge = useService();

  const get = async (query: string): Promise<Summary> =>
    (await edge.ask('get', `/v1/usage/summary?${query}`).expect(200)).body;

  it('has a day of 23 hours and one of 25 in London, with the same total as in UTC', async () => {
    const times = [
      '03-28T23:59:59',
      '03-29T00:30:00',
      '03-29T01:00:00',
      '03-29T22:59:59',
      '03-29T23:00:00',
      '10-24T23:00:00',
      '10-25T00:30:00',
      '10-25T01:30:00',
      '10-25T23:59:59',
      '10-26T00:00:00',
    ];
    const messages = times.map((time) => message({ timestamp: `2026-${time}Z`, report_id: 7 }));
    edge.upstream.on(MESSAGES, json(period(...messages))).on('/reports/7', json(report({ credit_cost: 0.1 })));
    const interval = 'from=2026-03-28T00:00:00Z&to=2026-10-27T00:00:00Z';
    const [utc, london] = [await get(interval), await get(`${interval}&time_zone=Europe/London`)];
    const hours = ({ from, to }: Summary['data'][number]): number => (Date.parse(to) - Date.parse(from)) / 3_600_000;

    expect(london.data).toHaveLength(213);
    expect(london.data.slice(1).map(({ from }) => from)).toEqual(london.data.slice(0, -1).map(({ to }) => to));
    expect(london.data.filter((day) => hours(day) !== 24 || day.credits_used !== 0)).toEqual([
      ...rowsBetween(
        ['2026-03-28T00:00:00+00:00', '2026-03-29T00:00:00+00:00', '2026-03-30T00:00:00+01:00'],
        [0.1, 0.3],
        [1, 3],
      ),
      ...rowsBetween(['2026-03-30T00:00:00+01:00', '2026-03-31T00:00:00+01:00'], [0.1], [1]),
      ...rowsBetween(
        ['2026-10-25T00:00:00+01:00', '2026-10-26T00:00:00+00:00', '2026-10-27T00:00:00+00:00'],
        [0.4, 0.1],
        [4, 1],
      ),
    ]);
    expect(london.data.filter((day) => hours(day) !== 24).map(hours)).toEqual([23, 25]);
    expect([utc.totals, london.totals]).toEqual([1, 1].map((total) => ({ credits_used: total, messages: 10 })));
    for (const { data } of [utc, london]) expect(sum(data.map((day) => credits(day.credits_used)))).toEqual(credits(1));
  });

  it.each(ODD_CLOCKS)('has windows of $what, in $time_zone', async ({ query, time_zone, granularity, edges }) => {
    expect(await get(`${query}&granularity=${granularity}&time_zone=${time_zone}`)).toEqual(
      summary({ time_zone, granularity, totals: { credits_used: 0, messages: 0 }, data: rowsBetween(edges) }),
    );
  });
});
