import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertLaw } from '../support/assert-law.js';
import { credits } from '../../src/pricing/index.js';
import { anyMessages, serveMessages } from '../support/any-period.js';
import { useService } from '../support/use-service.js';
import { serveMixedPeriod } from '../support/mixed-period.js';
import { exactly } from '../support/statement.js';
import { rowsBetween, type Summary, summary } from '../support/summaries.js';

describe('filters of a summary', () => {
  const edge = useService();

  const get = async (path: string) => (await edge.ask('get', path).expect(200)).body;

  const totalsOf = async (query: string) => {
    const { totals }: Summary = await get(`/v1/usage/summary?${query}`);
    return { credits: credits(totals.credits_used), messages: totals.messages };
  };

  /** The sum of the entries that the bill lists for the same filters. */
  const listed = async (query: string) => {
    const { usage }: { usage: { credits_used: number }[] } = await get(`/v1/usage?${query}`);
    return { credits: exactly(usage.map(({ credits_used }) => credits_used)), messages: usage.length };
  };

  describe('GET /v1/usage/summary with filters', () => {
    beforeEach(() => void serveMixedPeriod(edge.upstream));

    it.each<{ query: string; credits_used: number; messages: number }>`
      query                                                    | credits_used | messages
      ${''}                                                    | ${68.245}    | ${6}
      ${'basis=report'}                                        | ${57.345}    | ${2}
      ${'basis=text'}                                          | ${8.35}      | ${3}
      ${'basis=text_report_not_found'}                         | ${2.55}      | ${1}
      ${'report_id=7'}                                         | ${45}        | ${1}
      ${'report_id=8'}                                         | ${2.55}      | ${1}
      ${'report_id=99'}                                        | ${0}         | ${0}
      ${'message_id=4'}                                        | ${12.345}    | ${1}
      ${'message_id=99'}                                       | ${0}         | ${0}
      ${'min_credits=5.2'}                                     | ${62.545}    | ${3}
      ${'min_credits=45.01'}                                   | ${0}         | ${0}
      ${'from=2026-03-03T09:00:00Z&to=2026-03-04T00:00:00Z'}   | ${14.895}    | ${2}
      ${'from=2026-03-03T09:00:00Z&basis=report'}              | ${12.345}    | ${1}
      ${'to=2026-03-04T00:00:00Z&min_credits=2.55&basis=text'} | ${5.2}       | ${1}
      ${'message_id=3&report_id=8&min_credits=2.55'}           | ${2.55}      | ${1}
      ${'message_id=3&basis=report'}                           | ${0}         | ${0}
    `('totals $credits_used in $messages messages for ?$query, as the bill does', async ({ query, ...totals }) => {
      expect((await get(`/v1/usage/summary?${query}`)).totals).toEqual(totals);
      expect(await totalsOf(query)).toEqual(await listed(query));
    });

    it('has the days from the first to the last selected message, without the others', async () => {
      const days = ['02', '03', '04', '05', '06', '07'].map((day) => `2026-03-${day}T00:00:00+00:00`);
      expect(await get('/v1/usage/summary?basis=text')).toEqual(
        summary({
          totals: { credits_used: 8.35, messages: 3 },
          data: rowsBetween(days, [5.2, 0, 1.05, 0, 2.1], [1, 0, 1, 0, 1]),
        }),
      );
      expect(await get('/v1/usage/summary?message_id=4')).toEqual(
        summary({ totals: { credits_used: 12.345, messages: 1 }, data: rowsBetween(days.slice(1, 3), [12.345], [1]) }),
      );
    });

    it('has the windows asked for, even if no message is selected', async () => {
      const days = ['2026-03-02T00:00:00+00:00', '2026-03-03T00:00:00+00:00'];
      const totals = { credits_used: 0, messages: 0 };
      expect(await get('/v1/usage/summary?report_id=99')).toEqual(summary({ totals, data: [] }));
      expect(await get('/v1/usage/summary?report_id=99&from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z')).toEqual(
        summary({ totals, data: rowsBetween(days) }),
      );
    });
  });

  describe('GET /v1/usage/summary of any period', () => {
    const anyInstant = fc.nat({ max: 8 * 24 }).map((hours) => new Date(Date.UTC(2026, 2, 25, hours)).toISOString());

    const anyFilters = fc
      .record(
        {
          from: anyInstant,
          basis: fc.constantFrom('report', 'text', 'text_report_not_found'),
          report_id: fc.nat(9),
          message_id: fc.nat(30),
          min_credits: fc.constantFrom('0', '0.1', '1', '1.05', '12.345', '79'),
        },
        { requiredKeys: [] },
      )
      .map((filters) =>
        new URLSearchParams(
          Object.entries(filters).map(([name, value]): [string, string] => [name, String(value)]),
        ).toString(),
      );

    it('equals the sum of the bill with the same filters', async () => {
      await assertLaw(
        fc.asyncProperty(anyMessages, anyFilters, async (messages, query) => {
          serveMessages(edge.upstream, messages);
          expect(await totalsOf(query)).toEqual(await listed(query));
        }),
        { numRuns: 60, seed: 20_260_329 },
      );
    });
  });
});
