import { beforeEach, describe, expect, it } from '@jest/globals';
import { bytes, json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { entriesOf, serveMixedPeriod } from '../support/mixed-period.js';
import { message, period, report } from '../support/period.js';
import { answered } from '../support/problem-document.js';
import { withField } from '../support/raw-json.js';
import { refusal } from '../support/refusals.js';
import { REFUSED_USAGE } from '../support/refused-usage.js';

describe('filters of the bill', () => {
  const edge = useService();

  const get = async (path: string) => {
    const { status, type, body } = await edge.ask('get', path);
    return { status, type, body };
  };

  const bill = (...ids: readonly number[]) => ({
    status: 200,
    type: 'application/json',
    body: { usage: entriesOf(...ids) },
  });

  describe('GET /v1/usage with filters', () => {
    beforeEach(() => void serveMixedPeriod(edge.upstream));

    it.each<{ query: string; ids: number[] }>`
      query                                                              | ids
      ${''}                                                              | ${[1, 2, 3, 4, 5, 6]}
      ${'from=2026-03-02T08:00:00Z'}                                     | ${[1, 2, 3, 4, 5, 6]}
      ${'from=2026-03-02T08:00:00.000000001Z'}                           | ${[2, 3, 4, 5, 6]}
      ${'to=2026-03-02T08:00:00Z'}                                       | ${[]}
      ${'from=2026-03-03T01:30:00%2B01:00'}                              | ${[2, 3, 4, 5, 6]}
      ${'from=2026-03-03T01:30:00.1%2B01:00'}                            | ${[3, 4, 5, 6]}
      ${'to=2026-03-02T19:30:00-05:00'}                                  | ${[1]}
      ${'from=2026-03-03t09:00:00z&to=2026-03-03T09:00:00.0000005Z'}     | ${[4]}
      ${'from=2026-03-03T09:00:00.0000005Z&to=2026-03-03T09:00:00.001z'} | ${[3]}
      ${'from=2026-03-04T06:30:00.123456789Z&to=2026-03-06T00:00:00Z'}   | ${[6]}
      ${'from=2026-03-06T00:00:00Z&to=2026-03-06T00:00:00.000000001Z'}   | ${[5]}
      ${'basis=report'}                                                  | ${[2, 4]}
      ${'basis=text'}                                                    | ${[1, 5, 6]}
      ${'basis=text_report_not_found'}                                   | ${[3]}
      ${'report_id=7'}                                                   | ${[2]}
      ${'report_id=8'}                                                   | ${[3]}
      ${'report_id=99'}                                                  | ${[]}
      ${'message_id=3'}                                                  | ${[3]}
      ${'message_id=99'}                                                 | ${[]}
      ${'message_id=3&basis=report'}                                     | ${[]}
      ${'min_credits=0'}                                                 | ${[1, 2, 3, 4, 5, 6]}
      ${'min_credits=5.2'}                                               | ${[1, 2, 4]}
      ${'min_credits=5.200001'}                                          | ${[2, 4]}
      ${'min_credits=12.3450'}                                           | ${[2, 4]}
      ${'min_credits=12.3451'}                                           | ${[2]}
      ${'min_credits=45.01'}                                             | ${[]}
      ${'min_credits=2&basis=text&to=2026-03-06T00:00:00Z'}              | ${[1]}
      ${'report_id=8&basis=report'}                                      | ${[]}
      ${'report_id=8&basis=text_report_not_found&min_credits=2.55'}      | ${[3]}
      ${'sort=timestamp'}                                                | ${[1, 2, 4, 3, 6, 5]}
      ${'sort=-timestamp'}                                               | ${[5, 6, 3, 4, 2, 1]}
      ${'sort=credits_used'}                                             | ${[6, 5, 3, 1, 4, 2]}
      ${'sort=-credits_used'}                                            | ${[2, 4, 1, 3, 5, 6]}
      ${'sort=report_name'}                                              | ${[4, 2, 1, 3, 5, 6]}
      ${'sort=-report_name'}                                             | ${[2, 4, 1, 3, 5, 6]}
      ${'sort=report_name,-credits_used'}                                | ${[4, 2, 1, 3, 5, 6]}
      ${'sort=-report_name,timestamp'}                                   | ${[2, 4, 1, 3, 6, 5]}
      ${'sort=-credits_used&basis=text&min_credits=2'}                   | ${[1, 5]}
    `('has the entries $ids for ?$query, at either address', async ({ query, ids }) => {
      expect(await get(`/v1/usage?${query}`)).toEqual(bill(...ids));
      expect(await get(`/usage?${query}`)).toEqual(bill(...ids));
    });

    it('is exactly the frozen contract without parameters', async () => {
      const { text, headers } = await edge.ask('get', '/v1/usage').expect(200);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(text).toBe(
        '{"usage":[' +
          '{"message_id":1,"timestamp":"2026-03-02T08:00:00.000Z","credits_used":5.2},' +
          '{"message_id":2,"timestamp":"2026-03-02T23:30:00-01:00","report_name":"Lease Abstract","credits_used":45},' +
          '{"message_id":3,"timestamp":"2026-03-03t09:00:00.0000005z","credits_used":2.55},' +
          '{"message_id":4,"timestamp":"2026-03-03T09:00:00Z","report_name":"Break Options","credits_used":12.345},' +
          '{"message_id":5,"timestamp":"2026-03-06T00:00:00Z","credits_used":2.1},' +
          '{"message_id":6,"timestamp":"2026-03-04T12:00:00.123456789+05:30","credits_used":1.05}]}',
      );
    });

    it('compares credits exactly, as upstream wrote them, and keeps the order of equal ones', async () => {
      const costs = ['0.10000000000000001', '0.1', '0.10000000000000002', '0.09999999999999999', '1e-1'];
      edge.upstream.on(MESSAGES, json(period(...costs.map((_, id) => message({ id, report_id: id })))));
      for (const [id, cost] of costs.entries()) {
        edge.upstream.on(`/reports/${id}`, bytes(withField(report({ id }), 'credit_cost', cost)));
      }
      const { usage } = (await get('/v1/usage?sort=credits_used')).body as { usage: Record<string, unknown>[] };
      expect(usage.map(({ message_id, credits_used }) => [message_id, credits_used])).toEqual([
        [3, 0.09999999999999999],
        [1, 0.1],
        [4, 0.1],
        // As doubles read it.
        [0, 0.1],
        [2, 0.10000000000000002],
      ]);
      expect((await get('/v1/usage?min_credits=0.1&sort=-credits_used')).body).toEqual({
        usage: [usage[4], usage[3], usage[1], usage[2]],
      });
    });
  });

  describe('GET /v1/usage with invalid parameters', () => {
    it.each(REFUSED_USAGE)('refuses ?$query and names $field', async ({ query, field, reason }) => {
      expect(answered(await edge.ask('get', `/v1/usage?${query}`))).toEqual(refusal(field, reason));
    });

    it('names every invalid parameter', async () => {
      const { status, body } = await edge.ask('get', '/v1/usage?from=x&basis=x&limit=x&shape=x');
      const { errors } = body as { errors: { field: string }[] };
      expect({ status, fields: errors.map(({ field }) => field).toSorted() }).toEqual({
        status: 400,
        fields: ['basis', 'from', 'limit', 'shape'],
      });
      expect(edge.upstream.asked).toEqual([]);
    });
  });
});
