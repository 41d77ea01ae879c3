import { type Detail, isMet, type Outcome, type Row } from './result.js';

const MET = new Map([
  [true, 'yes'],
  [false, '**no**'],
  [undefined, ''],
]);

/** The outcome as a document: one table of the rows and their targets, and what each scenario measured below it. */
export const documentOf = (heading: string, outcomes: readonly Outcome[]): string =>
  [heading, table(outcomes.flatMap(rowsOf)), ...outcomes.flatMap(sectionOf)].join('\n\n').concat('\n');

const rowsOf = ({ number, title, rows, failure }: Outcome): Detail[] => {
  if (failure !== undefined)
    return [{ '#': number, what: title, value: `failed: ${failure}`, target: '', met: '**no**' }];
  return rows.map((row) => ({
    '#': number,
    what: row.what,
    value: amount(row.value, row),
    target: targetOf(row),
    met: MET.get(isMet(row)) ?? '',
  }));
};

const targetOf = (row: Row): string => (row.target ? `at ${row.target.kind} ${amount(row.target.limit, row)}` : '');

const amount = (value: number, { unit }: Row): string => `${rounded(value)} ${unit}`.trimEnd();

const sectionOf = ({ number, title, details }: Outcome): string[] =>
  details.length > 0 ? [`## ${number}. ${title}`, table(details)] : [];

/** A Markdown table with the columns of its first line. */
export const table = (lines: readonly Detail[]): string => {
  const columns = Object.keys(lines[0] ?? {});
  const rows = lines.map((line) => columns.map((column) => cell(line[column] ?? '')));
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const cell = (value: string | number): string =>
  typeof value === 'number' ? rounded(value) : value.replaceAll('|', String.raw`\|`).replaceAll(/\s+/g, ' ');

/** Three digits that count, and never fewer than the whole number has. */
export const rounded = (value: number): string =>
  Number.isFinite(value) ? String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))) : 'none';
