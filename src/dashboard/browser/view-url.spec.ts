import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SortKey } from './sort.js';
import { BASES, DEFAULT_VIEW, type View } from './view.js';
import { parseView, toSearch } from './view-url.js';

const SORTS: SortKey[][] = [[], ['report_name'], ['-credits_used', 'report_name'], ['-report_name', 'credits_used']];
const id = fc.option(fc.maxSafeNat(), { nil: undefined });

const anyView: fc.Arbitrary<View> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/London', 'America/Argentina/Buenos_Aires'),
  period: fc.constantFrom(undefined, '2026-02-02', '2026-02-02.2'),
  from: fc.constantFrom(undefined, '2026-03-02', '0000-12-31'),
  to: fc.constantFrom(undefined, '2026-03-08', '10000-01-01'),
  report: id,
  basis: fc.constantFrom(undefined, ...BASES),
  message: id,
  atLeast: fc.constantFrom(undefined, '0', '2.5', '123456789012.123456'),
  sort: fc.constantFrom(...SORTS),
  receipt: id,
  candidate: fc.constantFrom(undefined, 'token-estimate'),
  chart: fc.constantFrom(undefined, 'periods' as const),
  page: fc.constantFrom(undefined, 'statement' as const),
  messages: fc.constantFrom(undefined, 'all' as const),
});

describe('the view in a URL', () => {
  it('is the view that the URL was made from', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parseView(toSearch(view))).toEqual({ view: { ...DEFAULT_VIEW, ...view }, ignored: [] });
      }),
    );
  });

  it('is the default view for an empty query; the URL names the zone even then', () => {
    expect(parseView('')).toEqual({ view: DEFAULT_VIEW, ignored: [] });
    expect(toSearch({ ...DEFAULT_VIEW, timeZone: 'Europe/London' })).toBe('?zone=Europe/London');
  });

  it.each([
    'colour=red',
    'sort=price',
    'sort=report_name,-report_name',
    'sort=',
    'zone=Mars',
    'zone=%2B01:00',
    'time_zone=Mars',
    'period=March',
    'day=yesterday',
    'day=2026-13-40',
    'from=2026-02-30',
    'to=2026-3-2',
    'basis=guess',
    'report_id=-1',
    'message_id=9007199254740993',
    'min_credits=-1',
    'receipt=1.5',
    'candidate=../x',
    'chart=pie',
    'view=raw',
    'toString=1',
  ])('ignores an unknown or invalid parameter, and names it: ?%s', (query) => {
    expect(parseView(`?${query}&basis=text`)).toEqual({
      view: { ...DEFAULT_VIEW, basis: 'text' },
      ignored: [query.split('=')[0]],
    });
  });

  it.each<{ query: string; part: Partial<View> }>`
    query                              | part
    ${'time_zone=Europe/London'}       | ${{ timeZone: 'Europe/London' }}
    ${'day=2026-03-02'}                | ${{ from: '2026-03-02', to: '2026-03-02' }}
    ${'rows=500'}                      | ${{}}
    ${'period=current'}                | ${{}}
    ${'from=2026-03-08&to=2026-03-02'} | ${{ from: '2026-03-02', to: '2026-03-08' }}
  `('understands links of the first edition, and dates in the wrong order: ?$query', ({ query, part }) => {
    expect(parseView(`?${query}`)).toEqual({ view: { ...DEFAULT_VIEW, ...part }, ignored: [] });
  });
});
