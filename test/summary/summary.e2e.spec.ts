import { beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { serveMixedPeriod } from '../support/mixed-period.js';
import { message, period, report } from '../support/period.js';
import { answered } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';
import { REFUSED_SUMMARIES } from '../support/refused-usage.js';
import { rowsBetween, type Summary, summary } from '../support/summaries.js';

const TOTALS = { credits_used: 68.245, messages: 6 };
const LEASE = { id: 7, name: 'Lease Abstract' };
const BREAKS = { id: 9, name: 'Break Options' };

describe('a summary', () => {
  const edge = useService();

  const ask = (query: string) => edge.ask('get', `/v1/usage/summary?${query}`);

  const get = async (query: string): Promise<Summary> => (await ask(query).expect(200)).body;

  describe('GET /v1/usage/summary', () => {
    beforeEach(() => void serveMixedPeriod(edge.upstream));

    it('has every day from the first to the last message, empty ones too', async () => {
      const days = ['02', '03', '04', '05', '06', '07'].map((day) => `2026-03-${day}T00:00:00+00:00`);
      const data = rowsBetween(days, [5.2, 59.895, 1.05, 0, 2.1], [1, 3, 1, 0, 1]);
      expect(await get('')).toEqual(summary({ totals: TOTALS, data }));
      expect(await get('granularity=P1D&time_zone=UTC')).toEqual(await get(''));
    });

    it('has every month', async () => {
      const months = ['2026-03-01T00:00:00+00:00', '2026-04-01T00:00:00+00:00'];
      const data = rowsBetween(months, [68.245], [6]);
      expect(await get('granularity=P1M')).toEqual(summary({ granularity: 'P1M', totals: TOTALS, data }));
    });

    it('has every hour, and cuts the first and the last at the bounds asked for', async () => {
      const edges = ['08:59:59', '09:00:00', '10:00:00', '10:30:00'].map((time) => `2026-03-03T${time}+00:00`);
      const query = 'granularity=PT1H&from=2026-03-03T09:59:59%2B01:00&to=2026-03-03T10:30:00Z';
      const totals = { credits_used: 14.895, messages: 2 };
      const data = rowsBetween(edges, [0, 14.895, 0], [0, 2, 0]);
      expect(await get(query)).toEqual(summary({ granularity: 'PT1H', totals, data }));
    });

    it('counts only messages between the bounds, in days that are cut', async () => {
      const edges = ['2026-03-03T00:30:00.5+00:00', '2026-03-04T00:00:00+00:00', '2026-03-04T06:30:00.123456789+00:00'];
      const data = rowsBetween(edges, [14.895, 0], [2, 0]);
      expect(await get('from=2026-03-03T00:30:00.5Z&to=2026-03-04T06:30:00.123456789Z')).toEqual(
        summary({ totals: { credits_used: 14.895, messages: 2 }, data }),
      );
    });

    const TEXT = { credits_used: 8.35, messages: 3 };

    it.each<{ groups: string; rows: Omit<Summary['data'][number], 'from' | 'to'>[] }>([
      {
        groups: 'report',
        rows: [
          { report: null, ...TEXT },
          { report: LEASE, credits_used: 45, messages: 1 },
          { report: BREAKS, credits_used: 12.345, messages: 1 },
          { report: { id: 8 }, credits_used: 2.55, messages: 1 },
        ],
      },
      {
        groups: 'basis',
        rows: [
          { basis: 'text', ...TEXT },
          { basis: 'report', credits_used: 57.345, messages: 2 },
          { basis: 'text_report_not_found', credits_used: 2.55, messages: 1 },
        ],
      },
      {
        groups: 'basis,report',
        rows: [
          { report: null, basis: 'text', ...TEXT },
          { report: LEASE, basis: 'report', credits_used: 45, messages: 1 },
          { report: BREAKS, basis: 'report', credits_used: 12.345, messages: 1 },
          { report: { id: 8 }, basis: 'text_report_not_found', credits_used: 2.55, messages: 1 },
        ],
      },
    ])('has a row for each group: ?group_by=$groups', async ({ groups, rows }) => {
      const month = { from: '2026-03-01T00:00:00+00:00', to: '2026-04-01T00:00:00+00:00' };
      expect(await get(`granularity=P1M&group_by=${groups}`)).toEqual(
        summary({ granularity: 'P1M', totals: TOTALS, data: rows.map((row) => ({ ...month, ...row })) }),
      );
    });

    it('has one row without a group for an empty window', async () => {
      const edges = ['2026-03-05T00:00:00+00:00', '2026-03-06T00:00:00+00:00', '2026-03-07T00:00:00+00:00'];
      const data = [
        ...rowsBetween(edges.slice(0, 2)),
        ...rowsBetween(edges.slice(1), [2.1], [1]).map((row) => ({ ...row, report: null })),
      ];
      expect(await get('from=2026-03-05T00:00:00Z&group_by=report')).toEqual(
        summary({ totals: { credits_used: 2.1, messages: 1 }, data }),
      );
    });
  });

  describe('GET /v1/usage/summary at its limits', () => {
    it('has at most 10,000 windows', async () => {
      const interval = (to: string) => `granularity=PT1H&from=2025-01-01T00:00:00Z&to=${to}`;
      const tooMany = refusal('granularity', 'makes more than 10000 windows of this interval');
      expect((await get(interval('2026-02-21T16:00:00Z'))).data).toHaveLength(10_000);
      expect(answered(await ask(interval('2026-02-21T16:00:00.001Z')))).toEqual(tooMany);
    });

    const NOTHING = { totals: { credits_used: 0, messages: 0 }, data: [] };
    const DAYS = ['2026-04-01T06:00:00+00:00', '2026-04-02T00:00:00+00:00', '2026-04-02T06:00:00+00:00'];

    it.each<{ query: string; expected: object }>([
      { query: '', expected: summary(NOTHING) },
      {
        query: 'time_zone=Europe/London&granularity=P1M',
        expected: summary({ ...NOTHING, time_zone: 'Europe/London', granularity: 'P1M' }),
      },
      { query: 'from=2026-04-01T06:00:00Z', expected: { ...summary(NOTHING), from: DAYS[0] } },
      { query: 'to=2026-04-02T06:00:00Z', expected: { ...summary(NOTHING), to: DAYS[2] } },
      {
        query: 'from=2026-04-01T06:00:00Z&to=2026-04-02T06:00:00Z',
        expected: summary({ ...NOTHING, data: rowsBetween(DAYS) }),
      },
    ])('answers an empty period: ?$query', async ({ query, expected }) => {
      edge.upstream.on(MESSAGES, json(period()));
      expect(await get(query)).toEqual(expected);
    });

    it('neither rounds nor rejects a total that has no double', async () => {
      const messages = [message({ report_id: 7 }), message()];
      edge.upstream.on(MESSAGES, json(period(...messages))).on('/reports/7', json(report({ credit_cost: 1e300 })));
      const total = `1${'0'.repeat(299)}1.05`;
      const day = '"from":"2026-03-02T00:00:00+00:00","to":"2026-03-03T00:00:00+00:00"';
      expect((await ask('').expect(200)).text).toBe(
        `{${day},"time_zone":"UTC","granularity":"P1D","totals":{"credits_used":${total},"messages":2},` +
          `"windows":"all","data":[{${day},"credits_used":${total},"messages":2}]}`,
      );
      expect(await get('from=2026-03-02T09:00:00Z&to=2026-03-02T10:00:00Z')).toMatchObject({ totals: NOTHING.totals });
    });

    it.each(REFUSED_SUMMARIES)('refuses ?$query and names $field', async ({ query, field, reason }) => {
      expect(answered(await ask(query))).toEqual(refusal(field, reason));
      expect(edge.upstream.asked).toEqual([]);
    });
  });
});
