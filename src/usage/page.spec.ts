import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billOf, idsOf } from '../../test/support/billed.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import type { Bill } from '../billing/bill.js';
import { BillChangedError } from './bill-changed.error.js';
import { type Page, toPage } from './page.js';
import type { UsageQueryDto } from './usage-query.dto.js';

const SEEDED = { seed: 20_260_329 };

const billOfIds = (...ids: readonly number[]): Bill => billOf(...ids.map((id) => ({ id })));

const page = (bill: Bill, query: UsageQueryDto, tag = 'a tag'): Page => toPage(bill.messages.rows(), query, tag);

/** More pages than any bill here has, so that cursors that loop fail a test rather than hang it. */
const MOST_PAGES = 50;

/** The ids on all pages. */
const walk = (bill: Bill, limit: number): number[][] => {
  const pages: number[][] = [];
  let cursor: string | undefined;
  do {
    const { rows, nextCursor } = page(bill, { limit, ...(cursor !== undefined && { cursor }) });
    pages.push(idsOf(bill, rows));
    cursor = nextCursor;
  } while (cursor !== undefined && pages.length < MOST_PAGES);
  return pages;
};

const refused = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'cursor', reason }]);

describe('toPage', () => {
  it('returns the whole bill without a cursor if there is no limit', () => {
    expect(page(billOfIds(1, 2, 3), {})).toEqual({ rows: Uint32Array.of(0, 1, 2) });
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
  ])('makes $pages pages for a limit of $limit, of which only the last has no cursor', ({ limit, pages }) => {
    expect(walk(billOfIds(1, 2, 3, 4), limit)).toEqual(pages);
  });

  it('returns one empty page, the last one, for an empty bill', () => {
    expect(page(billOfIds(), { limit: 10 })).toEqual({ rows: Uint32Array.of() });
  });

  const anyIds = fc.array(fc.nat(3), { maxLength: 30 });

  it('returns every entry once and in order, even if upstream repeats ids', () => {
    fc.assert(
      fc.property(anyIds, fc.integer({ min: 1, max: 31 }), (ids, limit) => {
        const pages = walk(billOfIds(...ids), limit);
        expect(pages.flat()).toEqual(ids);
        expect(pages.length).toBe(Math.max(1, Math.ceil(ids.length / limit)));
      }),
      SEEDED,
    );
  });
});

describe('the cursor of a page', () => {
  const bill = billOfIds(1, 2, 3);
  const QUERY: UsageQueryDto = { basis: 'text', sort: ['timestamp'] };
  const { nextCursor: cursor = '' } = page(bill, { ...QUERY, limit: 2 });

  it('works with another limit, or without one', () => {
    expect(page(bill, { ...QUERY, cursor, limit: 1000 })).toEqual({ rows: Uint32Array.of(2) });
    expect(page(bill, { ...QUERY, cursor })).toEqual({ rows: Uint32Array.of(2) });
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
  ])('is rejected with other filters or another order: $query', ({ query }) => {
    expect(() => page(bill, { ...query, cursor })).toThrow(
      refused('belongs to a page with other filters or another order'),
    );
  });

  it('is rejected for another bill, but other filters are reported first', () => {
    expect(() => page(bill, { ...QUERY, cursor }, 'another tag')).toThrow(new BillChangedError());
    expect(() => page(bill, { cursor }, 'another tag')).toThrow(
      refused('belongs to a page with other filters or another order'),
    );
  });

  const written = (index: string): string => {
    const [filters, tag] = Buffer.from(cursor, 'base64url').toString().split('.');
    return Buffer.from(`${filters}.${tag}.${index}`).toString('base64url');
  };

  it('is rejected if it was never handed out, or if its page would be empty', () => {
    expect(written('2')).toBe(cursor);
    for (const index of ['', '-1', '1.5', '1e0', 'x', '3', '4', '99999999999', '9007199254740993']) {
      expect(() => page(bill, { ...QUERY, cursor: written(index) })).toThrow(refused('is not a cursor of this route'));
    }
  });
});
