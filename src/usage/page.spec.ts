import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billOf, idsOf } from '../../test/support/billed.js';
import { Turn } from '../time/turn.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { Bill } from './bill.js';
import { pageOf } from './page.js';
import type { UsageQueryDto } from './usage-query.dto.js';

const SEEDED = { seed: 20_260_329 };

const billOfIds = (...ids: readonly number[]): Bill => billOf(...ids.map((id) => ({ id })));

const page = (bill: Bill, query: UsageQueryDto) => pageOf(bill, bill.rows(), query, new Turn());

/** More than any bill here has: cursors that go round in circles fail a test and do not hang it. */
const MOST_PAGES = 50;

/** The ids on all pages, each of the bill as it is when its turn comes. */
const walk = async (limit: number, billAt: (page: number) => Bill): Promise<number[][]> => {
  const pages: number[][] = [];
  let cursor: string | undefined;
  do {
    const bill = billAt(pages.length);
    const { rows, nextCursor } = await page(bill, { limit, ...(cursor !== undefined && { cursor }) });
    pages.push(idsOf(bill, rows));
    cursor = nextCursor;
  } while (cursor !== undefined && pages.length < MOST_PAGES);
  return pages;
};

const refused = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'cursor', reason }]);

describe('a page of a bill', () => {
  it('is the whole bill, with nothing to follow, where no limit is set', async () => {
    expect(await page(billOfIds(1, 2, 3), {})).toEqual({ rows: Uint32Array.of(0, 1, 2) });
  });

  it.each([
    { limit: 1, pages: [[1], [2], [3], [4]] },
    {
      limit: 2,
      pages: [
        [1, 2],
        [3, 4],
      ],
    },
    { limit: 3, pages: [[1, 2, 3], [4]] },
    { limit: 4, pages: [[1, 2, 3, 4]] },
    { limit: 5, pages: [[1, 2, 3, 4]] },
  ])('is one of $pages where the limit is $limit, and only the last one has no cursor', async ({ limit, pages }) => {
    const bill = billOfIds(1, 2, 3, 4);
    expect(await walk(limit, () => bill)).toEqual(pages);
  });

  it('of an empty bill is empty, and the last one', async () => {
    expect(await page(billOfIds(), { limit: 10 })).toEqual({ rows: Uint32Array.of() });
  });

  const anyIds = fc.array(fc.nat(3), { maxLength: 30 });

  it('gives every entry once and in order, however often upstream repeats an id', async () => {
    await fc.assert(
      fc.asyncProperty(anyIds, fc.integer({ min: 1, max: 31 }), async (ids, limit) => {
        const bill = billOfIds(...ids);
        const pages = await walk(limit, () => bill);
        expect(pages.flat()).toEqual(ids);
        expect(pages.length).toBe(Math.max(1, Math.ceil(ids.length / limit)));
      }),
      SEEDED,
    );
  });

  /** Entries that are there from the start have even ids, those that come later odd ones. */
  const growingIds = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.array(fc.tuple(fc.nat(), fc.nat(10)), { maxLength: 10 }))
    .map(([length, additions]) => (page: number): number[] => {
      const ids = Array.from({ length }, (_, place) => 2 * place);
      const inTheirOrder = additions.toSorted(([, a], [, b]) => a - b);
      inTheirOrder.forEach(([place, when], index) => {
        if (when <= page) ids.splice(place % (ids.length + 1), 0, 2 * index + 1);
      });
      return ids;
    });

  it('neither skips nor repeats an entry while others are added before and after it', async () => {
    await fc.assert(
      fc.asyncProperty(growingIds, fc.integer({ min: 1, max: 7 }), async (idsAt, limit) => {
        const ids = (await walk(limit, (when) => billOfIds(...idsAt(when)))).flat();
        const old = idsAt(-1);
        expect(ids.filter((id) => id % 2 === 0)).toEqual(old);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      SEEDED,
    );
  });
});

describe('the cursor of a page', () => {
  const bill = billOfIds(1, 2, 3);
  const QUERY: UsageQueryDto = { basis: 'text', sort: ['timestamp'] };
  let cursor: string;

  beforeAll(async () => {
    ({ nextCursor: cursor = '' } = await page(bill, { ...QUERY, limit: 2 }));
  });

  it('may be followed with another limit, and with none', async () => {
    expect((await page(bill, { ...QUERY, cursor, limit: 1000 })).rows).toEqual(Uint32Array.of(2));
    expect((await page(bill, { ...QUERY, cursor })).rows).toEqual(Uint32Array.of(2));
  });

  it.each<{ query: UsageQueryDto }>([
    { query: { basis: 'text' } },
    { query: { basis: 'report', sort: ['timestamp'] } },
    { query: { ...QUERY, sort: ['-timestamp'] } },
    { query: { ...QUERY, sort: ['timestamp', 'credits_used'] } },
    { query: { ...QUERY, report_id: 7 } },
    { query: { ...QUERY, message_id: 1 } },
    { query: { ...QUERY, min_credits: '0' } },
    { query: { ...QUERY, from: '2026-03-02T00:00:00Z' } },
    { query: { ...QUERY, to: '2026-03-02T00:00:00Z' } },
  ])('is refused with other filters or another order: $query', async ({ query }) => {
    await expect(page(bill, { ...query, cursor })).rejects.toThrow(
      refused('belongs to a page with other filters or another order'),
    );
  });

  it('is refused where its entry is gone', async () => {
    await expect(page(billOfIds(1, 3), { ...QUERY, cursor })).rejects.toThrow(
      refused('names an entry that is no longer there: start again without it'),
    );
  });
});
