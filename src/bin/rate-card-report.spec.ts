import { describe, expect, it } from '@jest/globals';
import type { ComparisonDto } from '../comparison/comparison.dto.js';
import { ExactNumber } from '../validation/exact-number.js';
import { formatComparison } from './rate-card-report.js';

const exact = (text: string): ExactNumber => new ExactNumber(text);

const amounts = (baseline: string, candidate: string, difference: string) => ({
  baseline: exact(baseline),
  candidate: exact(candidate),
  difference: exact(difference),
});

const COMPARISON: ComparisonDto = {
  baseline: { id: 'standard', sha256: 'a' },
  billed_by: [{ id: 'standard', sha256: 'a' }],
  candidate: { id: 'flat', sha256: 'b' },
  totals: { ...amounts('51.7', '50.3', '-1.4'), increases: exact('0.65'), decreases: exact('-2.05') },
  messages: { dearer: 1, cheaper: 2, unchanged: 2 },
  windows: 'all',
  by_day: [
    { date: '2026-03-01', ...amounts('47.1', '46.5', '-0.6') },
    { date: '2026-03-02', ...amounts('4.6', '3.8', '-0.8') },
  ],
  by_report: [
    { report: { id: 8 }, messages: 1, ...amounts('2.55', '1.1', '-1.45') },
    { report: null, messages: 3, ...amounts('4.15', '4.2', '0.05') },
  ],
  top_changes: [
    { message_id: 5, ...amounts('2.55', '1.1', '-1.45') },
    { message_id: 3, ...amounts('1.05', '1.7', '0.65') },
  ],
};

const NO_CHANGE: ComparisonDto = {
  ...COMPARISON,
  billed_by: [
    { id: 'token-estimate', sha256: 'c' },
    { id: 'standard', sha256: 'a' },
  ],
  totals: {
    ...amounts('9007199254740993.0001', '9007199254740993.0001', '0'),
    increases: exact('0'),
    decreases: exact('0'),
  },
  messages: { dearer: 0, cheaper: 0, unchanged: 1 },
  by_day: [],
  by_report: [],
  top_changes: [],
};

describe('the report of a comparison', () => {
  it('has totals, days, reports and the largest changes each way', () => {
    expect(formatComparison(COMPARISON, 'current')).toBe(`flat instead of standard, for the period current

           messages  difference
dearer            1       +0.65
cheaper           2       -2.05
unchanged         2        0.00

       billed   flat  difference
total   51.70  50.30       -1.40

By day      billed   flat  difference
2026-03-01   47.10  46.50       -0.60
2026-03-02    4.60   3.80       -0.80

By report            billed  flat  difference
report 8, not found    2.55  1.10       -1.45
no report              4.15  4.20       +0.05

Largest increases  billed  flat  difference
message 3            1.05  1.70       +0.65

Largest decreases  billed  flat  difference
message 5            2.55  1.10       -1.45
`);
  });

  it('leaves out what is empty, and no digit', () => {
    expect(formatComparison(NO_CHANGE, '2024-04-29'))
      .toBe(`flat instead of token-estimate, then standard, for the period 2024-04-29

           messages  difference
dearer            0        0.00
cheaper           0        0.00
unchanged         1        0.00

                      billed                   flat  difference
total  9007199254740993.0001  9007199254740993.0001        0.00
`);
  });
});
