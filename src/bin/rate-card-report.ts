import type { ComparedCreditsDto, ComparisonDto } from '../comparison/comparison.dto.js';
import { credits, isLess, toDecimal, ZERO } from '../pricing/index.js';
import { formatTable } from './text-table.js';

/** A comparison as an answer has it: amounts are numbers where a double is exact. */
type Amount = ComparedCreditsDto['difference'] | number;

/** What a card would have charged for a period, for people: totals, then days, reports and messages. */
export const formatComparison = (comparison: ComparisonDto, period: string): string => {
  const {
    billed_by: billedBy,
    candidate,
    totals,
    messages,
    by_day: days,
    by_report: reports,
    top_changes: top,
  } = comparison;
  const header = (name: string): string[] => [name, 'billed', candidate.id, 'difference'];
  const changes = top.map((change) => ({ change, row: toRow(`message ${change.message_id}`, change) }));
  const rowsWhere = (wanted: (difference: Amount) => boolean): string[][] =>
    changes.filter(({ change }) => wanted(change.difference)).map(({ row }) => row);
  return [
    `${candidate.id} instead of ${billedBy.map(({ id }) => id).join(', then ')}, for the period ${period}`,
    ...section([
      ['', 'messages', 'difference'],
      ['dearer', String(messages.dearer), formatSigned(totals.increases)],
      ['cheaper', String(messages.cheaper), formatSigned(totals.decreases)],
      ['unchanged', String(messages.unchanged), formatSigned(0)],
    ]),
    ...section([header(''), toRow('total', totals)]),
    ...section([header('By day'), ...days.map((day) => toRow(day.date, day))]),
    ...section([header('By report'), ...reports.map((each) => toRow(nameOf(each.report), each))]),
    ...section([header('Largest increases'), ...rowsWhere(isIncrease)]),
    ...section([header('Largest decreases'), ...rowsWhere((difference) => !isIncrease(difference))]),
    '',
  ].join('\n');
};

/** A table below an empty line; nothing if it has a header alone. */
const section = (rows: readonly (readonly string[])[]): string[] => (rows.length > 1 ? ['', ...formatTable(rows)] : []);

const toRow = (name: string, { baseline, candidate, difference }: ComparedCreditsDto): string[] => [
  name,
  format(baseline),
  format(candidate),
  formatSigned(difference),
];

const nameOf = (report: ComparisonDto['by_report'][number]['report']): string =>
  report ? `report ${report.id}, not found` : 'no report';

const isIncrease = (amount: Amount): boolean => isLess(ZERO, credits(String(amount)));

const format = (amount: Amount): string => toDecimal(credits(String(amount)));

const formatSigned = (amount: Amount): string => (isIncrease(amount) ? `+${format(amount)}` : format(amount));
