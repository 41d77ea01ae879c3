import type { Basis, ReportReference } from './api.types.js';
import { formatDate, formatDateRange } from './format-time.js';
import type { Filters } from './view.js';

/** What messages of each basis are called. */
export const BASIS_NAMES: Readonly<Record<Basis, string>> = {
  report: 'Reports',
  text: 'Questions',
  text_report_not_found: 'Questions whose report was not found',
};

/** `Lease Abstract`; `Report 5392 (not found)` if upstream has no such report. */
export const toReportName = ({ id, name }: ReportReference): string => name ?? `Report ${id} (not found)`;

/** `2 – 8 Mar 2026`, `since 2 Mar 2026`, `until 8 Mar 2026`; `undefined` without dates. */
export const formatDates = ({ from, to }: Pick<Filters, 'from' | 'to'>): string | undefined => {
  if (from !== undefined && to !== undefined) return formatDateRange(from, to);
  if (from !== undefined) return `since ${formatDate(from)}`;
  return to === undefined ? undefined : `until ${formatDate(to)}`;
};

/** The filters as one phrase: `Questions, 2 – 8 Mar 2026, at least 5 credits`. */
export const toWords = (filters: Filters, reports: readonly ReportReference[]): string => {
  const { report, basis, message, atLeast } = filters;
  const named = reports.find(({ id }) => id === report);
  return [
    basis === undefined ? 'Messages' : BASIS_NAMES[basis],
    report !== undefined && `that name “${toReportName(named ?? { id: report })}”`,
    formatDates(filters),
    message !== undefined && `with ID ${message}`,
    atLeast !== undefined && `of at least ${atLeast} credits`,
  ]
    .filter(Boolean)
    .join(', ');
};
