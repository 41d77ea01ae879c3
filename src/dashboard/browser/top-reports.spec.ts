import { expect, it } from '@jest/globals';
import { toDecimal } from '../../pricing/credits.js';
import type { SummaryRow } from './api.types.js';
import { toTopReports } from './top-reports.js';

const rowOf = (id: number, name: string, credits_used: string, messages = 1): SummaryRow => ({
  from: '',
  to: '',
  basis: 'report',
  report: { id, name },
  credits_used,
  messages,
});

it('adds up what each report priced, the most expensive first, equal ones by name', () => {
  const question: SummaryRow = { from: '', to: '', basis: 'text', report: null, credits_used: '500', messages: 9 };
  const rows = [
    rowOf(1, 'Lease', '45'),
    rowOf(2, 'Rent', '64', 2),
    question,
    rowOf(1, 'Lease', '45'),
    rowOf(3, 'Abstract', '64'),
  ];
  expect(
    toTopReports(rows).map(({ report, credits, messages }) => [report.name, toDecimal(credits), messages]),
  ).toEqual([
    ['Lease', '90.00', 2],
    ['Abstract', '64.00', 1],
    ['Rent', '64.00', 2],
  ]);
});
