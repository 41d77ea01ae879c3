import { expect, it } from '@jest/globals';
import { cycleSort, type SortField, type SortKey } from './sort.js';

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
