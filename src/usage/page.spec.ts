import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billed, idsOf } from '../../test/support/billed.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { BilledMessage } from './billed-message.js';
import { pageOf } from './page.js';
import type { UsageQueryDto } from './usage-query.dto.js';

const SEEDED = { seed: 20_260_329 };

const billOf = (...ids: readonly number[]): BilledMessage[] => ids.map((id) => billed({ id }));

/** More than any bill here has: cursors that go round in circles fail a test and do not hang it. */
const MOST_PAGES = 50;

/** All pages, each of the bill as it is when its turn comes. */
const walk = (limit: number, billAt: (page: number) => readonly BilledMessage[]): (readonly BilledMessage[])[] => {
  const pages: (readonly BilledMessage[])[] = [];
  let cursor: string | undefined;
  do {
    const { messages, nextCursor } = pageOf(billAt(pages.length), { limit, ...(cursor !== undefined && { cursor }) });
    pages.push(messages);
    cursor = nextCursor;
  } while (cursor !== undefined && pages.length < MOST_PAGES);
  return pages;
};

const refused = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'cursor', reason }]);

describe('a page of a bill', () => {
  it('is the whole bill, with nothing to follow, where no limit is set', () => {
    const bill = billOf(1, 2, 3);
    expect(pageOf(bill, {})).toEqual({ messages: bill });
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
  ])('is one of $pages where the limit is $limit, and only the last one has no cursor', ({ limit, pages }) => {
    const bill = billOf(1, 2, 3, 4);
    expect(walk(limit, () => bill).map(idsOf)).toEqual(pages);
  });

  it('of an empty bill is empty, and the last one', () => {
    expect(pageOf([], { limit: 10 })).toEqual({ messages: [] });
  });

  const anyBill = fc.array(
    fc.nat(3).map((id) => billed({ id })),
    { maxLength: 30 },
  );

  it('gives every entry once and in order, however often upstream repeats an id', () => {
    fc.assert(
      fc.property(anyBill, fc.integer({ min: 1, max: 31 }), (bill, limit) => {
        const pages = walk(limit, () => bill);
        expect(pages.flat()).toEqual(bill);
        expect(pages.length).toBe(Math.max(1, Math.ceil(bill.length / limit)));
        pages.flat().forEach((entry, place) => expect(entry).toBe(bill[place]));
      }),
      SEEDED,
    );
  });

  /** Entries that are there from the start have even ids, those that come later odd ones. */
  const growingBill = fc
    .tuple(fc.integer({ min: 1, max: 20 }), fc.array(fc.tuple(fc.nat(), fc.nat(10)), { maxLength: 10 }))
    .map(([length, additions]) => (page: number): BilledMessage[] => {
      const ids = Array.from({ length }, (_, place) => 2 * place);
      const inTheirOrder = additions.toSorted(([, a], [, b]) => a - b);
      inTheirOrder.forEach(([place, when], index) => {
        if (when <= page) ids.splice(place % (ids.length + 1), 0, 2 * index + 1);
      });
      return billOf(...ids);
    });

  it('neither skips nor repeats an entry while others are added before and after it', () => {
    fc.assert(
      fc.property(growingBill, fc.integer({ min: 1, max: 7 }), (billAt, limit) => {
        const ids = walk(limit, billAt).flatMap(idsOf);
        const old = idsOf(billAt(-1));
        expect(ids.filter((id) => id % 2 === 0)).toEqual(old);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      SEEDED,
    );
  });
});

describe('the cursor of a page', () => {
  const bill = billOf(1, 2, 3);
  const QUERY: UsageQueryDto = { basis: 'text', sort: ['timestamp'] };
  const { nextCursor: cursor = '' } = pageOf(bill, { ...QUERY, limit: 2 });

  it('may be followed with another limit, and with none', () => {
    expect(idsOf(pageOf(bill, { ...QUERY, cursor, limit: 1000 }).messages)).toEqual([3]);
    expect(idsOf(pageOf(bill, { ...QUERY, cursor }).messages)).toEqual([3]);
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
  ])('is refused with other filters or another order: $query', ({ query }) => {
    expect(() => pageOf(bill, { ...query, cursor })).toThrow(
      refused('belongs to a page with other filters or another order'),
    );
  });

  it('is refused where its entry is gone', () => {
    expect(() => pageOf(billOf(1, 3), { ...QUERY, cursor })).toThrow(
      refused('names an entry that is no longer there: start again without it'),
    );
  });
});
