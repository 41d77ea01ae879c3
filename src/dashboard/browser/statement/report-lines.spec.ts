import { describe, expect, it } from '@jest/globals';
import { credits } from '../../../pricing/credits.js';
import type { Basis, ReportReference } from '../api.types.js';
import { toReportLines } from './report-lines.js';

const row = (basis: Basis | undefined, amount: string, report: ReportReference | null = null) => ({
  from: '2026-03-02T00:00:00+00:00',
  to: '2026-03-03T00:00:00+00:00',
  ...(basis && { basis }),
  report,
  messages: basis ? 2 : 0,
  credits_used: amount,
});

describe('the lines of a statement by report', () => {
  it('are one for each report by name, and after them the messages priced by their text', () => {
    const rows = [
      row('text', '0.1'),
      row('report', '5', { id: 2, name: 'Lease' }),
      row('text', '0.2'),
      row('text_report_not_found', '3', { id: 9 }),
      row('report', '7', { id: 1, name: 'Audit' }),
      row('report', '5', { id: 2, name: 'Lease' }),
      row(undefined, '0'),
    ];
    expect(toReportLines(rows)).toEqual([
      { name: 'Audit', id: 1, messages: 2, credits: credits('7') },
      { name: 'Lease', id: 2, messages: 4, credits: credits('10') },
      { name: 'Questions, priced by their text', id: undefined, messages: 4, credits: credits('0.3') },
      {
        name: 'Questions whose report was not found, priced by their text',
        id: undefined,
        messages: 2,
        credits: credits('3'),
      },
    ]);
  });

  it('are none for a period without messages', () => {
    expect(toReportLines([row(undefined, '0')])).toEqual([]);
  });
});
