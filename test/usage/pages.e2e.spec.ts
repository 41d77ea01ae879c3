import { beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { entriesOf, serveMixedPeriod } from '../support/mixed-period.js';
import { message, period } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';
import { startService } from '../support/service.js';
import { testSettings } from '../support/settings.js';

interface Page {
  readonly usage: readonly { readonly message_id: number }[];
  readonly next_cursor?: string;
}

const A_CURSOR: unknown = expect.stringMatching(/^[\w-]+$/);

const OTHER_QUERY = refusal('cursor', 'belongs to a page with other filters or another order');
const BILL_CHANGED = problem(
  'bill-changed',
  'The bill has changed since this cursor was made: start again without cursor',
);

describe('pages of the bill', () => {
  const edge = useService();

  const serve = (...messages: Parameters<typeof period>): void =>
    void edge.upstream.on(MESSAGES, json(period(...messages)));

  /** Messages that differ in their ids alone. */
  const serveIds = (...ids: readonly number[]): void => serve(...ids.map((id) => message({ id })));

  const page = async (query: string): Promise<Page> => (await edge.ask('get', `/v1/usage?${query}`).expect(200)).body;

  const idsOf = ({ usage }: Page): number[] => usage.map(({ message_id }) => message_id);

  /** All pages of a query, from the first to the one without a cursor; no bill here has nine. */
  const walk = async (query: string): Promise<Page[]> => {
    const pages: Page[] = [];
    let cursor: string | undefined;
    do {
      const next = await page(cursor === undefined ? query : `${query}&cursor=${cursor}`);
      pages.push(next);
      cursor = next.next_cursor;
    } while (cursor !== undefined && pages.length < 9);
    return pages;
  };

  describe('GET /v1/usage?limit', () => {
    beforeEach(() => void serveMixedPeriod(edge.upstream));

    it('has a cursor while there are more entries, and none on the last page', async () => {
      const first = await page('limit=4');
      const last = await page(`limit=4&cursor=${first.next_cursor}`);
      expect(first).toEqual({ usage: entriesOf(1, 2, 3, 4), next_cursor: A_CURSOR });
      expect(last).toEqual({ usage: entriesOf(5, 6) });
    });

    it.each([
      { query: 'limit=6', ids: [1, 2, 3, 4, 5, 6] },
      { query: 'limit=7', ids: [1, 2, 3, 4, 5, 6] },
      { query: 'limit=1000', ids: [1, 2, 3, 4, 5, 6] },
      { query: 'limit=1&basis=text_report_not_found', ids: [3] },
      { query: 'limit=1&report_id=99', ids: [] },
    ])('has no cursor if ?$query leaves nothing for another page', async ({ query, ids }) => {
      expect(await page(query)).toEqual({ usage: entriesOf(...ids) });
    });

    const ORDERS = ['', ...['timestamp', 'credits_used', 'report_name'].flatMap((key) => [key, `-${key}`])];

    it.each([...ORDERS, '-report_name,timestamp', 'report_name,-credits_used'])(
      'has every entry once and in order, page by page: ?sort=%s',
      async (sort) => {
        const query = sort === '' ? '' : `sort=${sort}&`;
        const whole = await page(query);
        for (const limit of [1, 2, 3, 5]) {
          const pages = await walk(`${query}limit=${limit}`);
          expect(pages.flatMap(({ usage }) => usage)).toEqual(whole.usage);
          expect(pages.slice(0, -1).filter(({ usage }) => usage.length !== limit)).toEqual([]);
          expect(pages).toHaveLength(Math.ceil(6 / limit));
        }
      },
    );

    it('pages through filtered entries', async () => {
      expect((await walk('min_credits=2&sort=-credits_used&limit=2')).map(idsOf)).toEqual([[2, 4], [1, 3], [5]]);
    });

    it('has all entries that share an id', async () => {
      serveIds(1, 2, 1, 1, 2);
      expect((await walk('limit=1')).map(idsOf)).toEqual([[1], [2], [1], [1], [2]]);
      expect((await walk('limit=2&sort=-timestamp')).map(idsOf)).toEqual([[1, 2], [1, 1], [2]]);
      expect((await walk('limit=2&message_id=1')).map(idsOf)).toEqual([[1, 1], [1]]);
    });
  });

  describe('the cursor of GET /v1/usage', () => {
    const REPORT = '/reports/7';
    const report = (credit_cost: number) => json({ id: 7, name: 'Lease Abstract', credit_cost });
    /** The first page of three messages, one of which names a report, and the cursor of the next. */
    const firstPage = async (sort: string): Promise<string> => {
      edge.upstream.on(REPORT, report(40));
      serve(message({ id: 1, report_id: 7 }), message({ id: 2 }), message({ id: 3 }));
      const { next_cursor = '' } = await page(`limit=1&sort=${sort}`);
      return `/v1/usage?limit=2&sort=${sort}&cursor=${next_cursor}`;
    };

    it.each<{ what: string; change: () => void }>([
      {
        what: 'a report costs less, so that its entry moves behind it',
        change: () => edge.upstream.on(REPORT, report(1)),
      },
      { what: 'its entry is gone', change: () => serve(message({ id: 2 }), message({ id: 3 })) },
      { what: 'the period is another one', change: () => serve(message({ id: 9 })) },
      { what: 'the period is empty', change: () => serve() },
      {
        what: 'an entry comes first',
        change: () =>
          serve(message({ id: 5 }), message({ id: 1, report_id: 7 }), message({ id: 2 }), message({ id: 3 })),
      },
      {
        what: 'an entry comes last',
        change: () =>
          serve(message({ id: 1, report_id: 7 }), message({ id: 2 }), message({ id: 3 }), message({ id: 4 })),
      },
      {
        what: 'entries are in another order',
        change: () => serve(message({ id: 3 }), message({ id: 1, report_id: 7 }), message({ id: 2 })),
      },
      {
        what: 'an id comes twice',
        change: () => serve(message({ id: 1, report_id: 7 }), message({ id: 1 }), message({ id: 3 })),
      },
      {
        what: 'a message names a report that is not there, which shows in its filters alone',
        change: () => serve(message({ id: 1, report_id: 7 }), message({ id: 2, report_id: 99 }), message({ id: 3 })),
      },
    ])('is refused if $what', async ({ change }) => {
      const next = await firstPage('-credits_used');
      change();
      expect(answered(await edge.ask('get', next))).toEqual(BILL_CHANGED);
    });

    it('works again if the bill changes back', async () => {
      const next = await firstPage('-credits_used');
      edge.upstream.on(REPORT, report(1));
      await edge.ask('get', next).expect(409);
      edge.upstream.on(REPORT, report(40));
      expect((await edge.ask('get', next).expect(200)).body.usage).toHaveLength(2);
    });

    it('works on another replica, and after a restart', async () => {
      const next = await firstPage('report_name');
      const { body } = await edge.ask('get', next).expect(200);
      const replica = await startService(testSettings({ baseUrl: edge.upstream.baseUrl }));
      expect((await replica.http.get(next)).body).toEqual(body);
      await replica.stop();
    });

    it('works with another limit, without one, for a file and at the other address', async () => {
      serveIds(1, 2, 3, 4);
      const { next_cursor } = await page('limit=1');
      expect(idsOf(await page(`limit=2&cursor=${next_cursor}`))).toEqual([2, 3]);
      expect(await page(`cursor=${next_cursor}`)).toEqual({ usage: (await page('')).usage.slice(1) });
      expect((await edge.ask('get', `/usage?limit=1&cursor=${next_cursor}`)).body).toEqual({
        usage: [expect.objectContaining({ message_id: 2 })],
        next_cursor: A_CURSOR,
      });
      const { text } = await edge.ask('get', `/v1/usage?format=ndjson&cursor=${next_cursor}`);
      expect(text.match(/(?<="message_id":)\d/g)).toEqual(['2', '3', '4']);
    });

    it.each`
      query                           | other
      ${'basis=text'}                 | ${''}
      ${''}                           | ${'basis=text'}
      ${'basis=text'}                 | ${'basis=report'}
      ${''}                           | ${'report_id=7'}
      ${''}                           | ${'message_id=1'}
      ${'min_credits=1'}              | ${'min_credits=1.05'}
      ${'from=2026-03-01T00:00:00Z'}  | ${'from=2026-03-02T00:00:00Z'}
      ${'from=2026-03-01T00:00:00Z'}  | ${'from=2026-03-01T00:00:00Z&to=2027-01-01T00:00:00Z'}
      ${'sort=timestamp'}             | ${'sort=-timestamp'}
      ${'sort=timestamp,report_name'} | ${'sort=report_name,timestamp'}
    `('of ?$query is refused with ?$other', async ({ query, other }) => {
      serveIds(1, 2, 3);
      const { next_cursor } = await page(`${query}&limit=1`);
      const answer = await edge.ask('get', `/v1/usage?${other}&limit=1&cursor=${next_cursor}`);
      expect(answered(answer)).toEqual(OTHER_QUERY);
    });
  });

  describe('the ETag of a bill with filters', () => {
    it('differs if a message names a missing report, though the whole bill reads the same', async () => {
      serve(message({ id: 1 }), message({ id: 2 }));
      const path = '/v1/usage?basis=text_report_not_found';
      const whole = await edge.ask('get', '/v1/usage');
      const before = await edge.ask('get', path).expect(200);
      expect(before.body).toEqual({ usage: [] });
      serve(message({ id: 1 }), message({ id: 2, report_id: 99 }));
      const after = await edge.ask('get', path).set('If-None-Match', String(before.headers['etag']));
      expect({ status: after.status, ids: idsOf(after.body) }).toEqual({ status: 200, ids: [2] });
      expect((await edge.ask('get', '/v1/usage')).headers['etag']).toBe(whole.headers['etag']);
    });
  });
});
