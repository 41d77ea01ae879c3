import { beforeEach, describe, expect, it } from '@jest/globals';
import { json } from './support/answers.js';
import { useEdge } from './support/edge.js';
import { MESSAGES } from './support/fake-upstream.js';
import { entriesOf, serveMixedPeriod } from './support/mixed-period.js';
import { message, period } from './support/period.js';
import { answered } from './support/problem-document.js';
import { refusal } from './support/refusals.js';

interface Page {
  readonly usage: readonly { readonly message_id: number }[];
  readonly next_cursor?: string;
}

const A_CURSOR: unknown = expect.stringMatching(/^[\w-]+$/);

const OTHER_QUERY = refusal('cursor', 'belongs to a page with other filters or another order');
const GONE = refusal('cursor', 'names an entry that is no longer there: start again without it');

const edge = useEdge();

/** Of messages that differ in their ids alone. */
const serveIds = (...ids: readonly number[]): void => {
  edge.upstream.on(MESSAGES, json(period(...ids.map((id) => message({ id })))));
};

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

  it('has a cursor while there is more, and is the plain contract on the last page', async () => {
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
  ])('has no cursor where ?$query leaves nothing for another page', async ({ query, ids }) => {
    expect(await page(query)).toEqual({ usage: entriesOf(...ids) });
  });

  const ORDERS = ['', ...['timestamp', 'credits_used', 'report_name'].flatMap((key) => [key, `-${key}`])];

  it.each([...ORDERS, '-report_name,timestamp', 'report_name,-credits_used'])(
    'gives every entry once and in order, page by page: ?sort=%s',
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

  it('pages through what is filtered', async () => {
    expect((await walk('min_credits=2&sort=-credits_used&limit=2')).map(idsOf)).toEqual([[2, 4], [1, 3], [5]]);
  });

  it('gives every one of the entries that share an id', async () => {
    serveIds(1, 2, 1, 1, 2);
    expect((await walk('limit=1')).map(idsOf)).toEqual([[1], [2], [1], [1], [2]]);
    expect((await walk('limit=2&sort=-timestamp')).map(idsOf)).toEqual([[1, 2], [1, 1], [2]]);
    expect((await walk('limit=2&message_id=1')).map(idsOf)).toEqual([[1, 1], [1]]);
  });
});

describe('the cursor of GET /v1/usage', () => {
  it.each`
    what                                                       | later                   | ids
    ${'goes on where it was while nothing changes'}            | ${[1, 2, 3, 4]}         | ${[3, 4]}
    ${'repeats nothing where an entry was added before it'}    | ${[10, 1, 11, 2, 3, 4]} | ${[3, 4]}
    ${'has the entries that were added after it'}              | ${[1, 2, 12, 3, 4, 13]} | ${[12, 3, 4, 13]}
    ${'skips nothing where an entry before it is gone'}        | ${[2, 3, 4]}            | ${[3, 4]}
    ${'does not miss what follows where the next one is gone'} | ${[1, 2, 4]}            | ${[4]}
    ${'has nothing where nothing follows any more'}            | ${[1, 2]}               | ${[]}
  `('$what', async ({ later, ids }) => {
    serveIds(1, 2, 3, 4);
    const { next_cursor } = await page('limit=2');
    serveIds(...(later as number[]));
    expect(idsOf(await page(`limit=1000&cursor=${next_cursor}`))).toEqual(ids);
  });

  it('keeps its place in an order too, whatever is added on either side', async () => {
    const text = (id: number, length: number) => message({ id, text: 'a a '.repeat(length) });
    edge.upstream.on(MESSAGES, json(period(text(1, 4), text(2, 2), text(3, 6))));
    const { usage, next_cursor } = await page('limit=2&sort=-credits_used');
    expect(usage.map(({ message_id }) => message_id)).toEqual([3, 1]);
    edge.upstream.on(MESSAGES, json(period(text(4, 5), text(1, 4), text(5, 3), text(2, 2), text(3, 6), text(6, 1))));
    expect(idsOf(await page(`limit=9&sort=-credits_used&cursor=${next_cursor}`))).toEqual([5, 2, 6]);
  });

  it('is good for another limit, for none, for a file and at the other address', async () => {
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

  it('is refused once its entry is gone, as it is when a new period begins', async () => {
    serveIds(1, 2, 3);
    const { next_cursor } = await page('limit=2');
    for (const ids of [[1, 3], [100, 101, 102], []]) {
      serveIds(...ids);
      expect(answered(await edge.ask('get', `/v1/usage?limit=2&cursor=${next_cursor}`))).toEqual(GONE);
    }
  });
});
