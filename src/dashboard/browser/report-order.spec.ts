import { describe, expect, it } from '@jest/globals';
import { compareReports } from './report-order.js';

const orderOf = (...names: (string | undefined)[]): (string | undefined)[] =>
  names
    .map((name, id) => ({ id, ...(name !== undefined && { name }) }))
    .toSorted(compareReports)
    .map(({ name }: { name?: string }) => name);

describe('the order of reports', () => {
  it.each<{ rule: string; names: (string | undefined)[] }>`
    rule                                 | names
    ${'numbers count as numbers'}        | ${['Report 2', 'Report 10', 'Report 100']}
    ${'accents and case come second'}    | ${['apple', 'Äpfel', 'Apple pie', 'banana', 'Zebra', 'éclair'].toSorted(new Intl.Collator('en', { numeric: true }).compare)}
    ${'code units decide ties'}          | ${['A\u0301', '\u00c1']}
    ${'reports without a name are last'} | ${['Zebra', undefined]}
    ${'an empty name is a name'}         | ${['', 'A', undefined]}
  `('follows English rules: $rule', ({ names }) => {
    expect(orderOf(...names.toReversed())).toEqual(names);
  });

  it('is by id among reports with equal names, or none', () => {
    const reports = [{ id: 3, name: 'R' }, { id: 10, name: 'R' }, { id: 2 }, { id: 11 }];
    expect(reports.toReversed().toSorted(compareReports)).toEqual(reports);
  });
});
