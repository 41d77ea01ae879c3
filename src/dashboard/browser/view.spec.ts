import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BASES,
  DEFAULT_VIEW,
  cycleSort,
  toSearch,
  type SortField,
  type SortKey,
  type View,
  parseView,
} from './view.js';

const SORTS: SortKey[][] = [[], ['report_name'], ['-credits_used', 'report_name'], ['-report_name', 'credits_used']];
const id = fc.option(fc.maxSafeNat(), { nil: undefined });

const anyView: fc.Arbitrary<View> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/London', 'America/Argentina/Buenos_Aires'),
  sort: fc.constantFrom(...SORTS),
  day: fc.constantFrom(undefined, '2026-03-02', '0000-12-31', '10000-01-01'),
  report: id,
  basis: fc.constantFrom(undefined, ...BASES),
  message: id,
  rows: fc.integer({ min: 1, max: 10_000 }),
  receipt: id,
  candidate: fc.constantFrom(undefined, 'token-estimate'),
});

describe('the view in a URL', () => {
  it('is the view that the URL was made from', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parseView(toSearch(view))).toEqual({ view: { ...DEFAULT_VIEW, ...view }, ignored: [] });
      }),
    );
  });

  it('is the default view for an empty query, and the reverse', () => {
    expect(parseView('')).toEqual({ view: DEFAULT_VIEW, ignored: [] });
    expect(toSearch(DEFAULT_VIEW)).toBe('');
  });

  it.each([
    'colour=red',
    'sort=price',
    'sort=report_name,-report_name',
    'sort=',
    'time_zone=Mars',
    'time_zone=%2B01:00',
    'day=yesterday',
    'basis=guess',
    'report_id=-1',
    'message_id=9007199254740993',
    'rows=0',
    'rows=10001',
    'receipt=1.5',
    'candidate=../x',
    'toString=1',
  ])('ignores an unknown or invalid parameter, and names it: ?%s', (query) => {
    expect(parseView(`?${query}&basis=text`)).toEqual({
      view: { ...DEFAULT_VIEW, basis: 'text' },
      ignored: [query.split('=')[0]],
    });
  });

  it.each<{ sort: SortKey[]; field: SortField; next: SortKey[] }>`
    sort                                | field             | next
    ${[]}                               | ${'report_name'}  | ${['report_name']}
    ${['report_name']}                  | ${'report_name'}  | ${['-report_name']}
    ${['-report_name']}                 | ${'report_name'}  | ${[]}
    ${['report_name']}                  | ${'credits_used'} | ${['report_name', 'credits_used']}
    ${['report_name', 'credits_used']}  | ${'report_name'}  | ${['-report_name', 'credits_used']}
    ${['-report_name', 'credits_used']} | ${'report_name'}  | ${['credits_used']}
  `('sorts by $next after a click on $field under $sort', ({ sort, field, next }) => {
    expect(cycleSort(sort, field)).toEqual(next);
  });
});
