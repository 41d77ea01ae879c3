import { credits, type Credits, plus } from '../../pricing/credits.js';
import { totalOf } from './format-credits.js';
import type { ReportReference, Summary, SummaryRow, Windows } from './api.types.js';
import { groupedBy } from './group-by.js';
import { dateOf } from './format-time.js';
import { compareReports } from './report-order.js';

/** One date of the period; `from` and `to` are its first instant and the first after it. */
export interface Day {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly reports: Credits;
  readonly questions: Credits;
  readonly messages: number;
}

/** The period as cards and chart need it. A question is a message that no report priced. */
export interface Period {
  /** Whether `days` has every date from the first to the last, or those that have messages. */
  readonly windows: Windows;
  readonly days: readonly Day[];
  readonly reports: readonly ReportReference[];
  readonly total: Credits;
  readonly messages: number;
  readonly fromReports: Credits;
  readonly fromQuestions: Credits;
  readonly questions: number;
}

/** Reads it from a summary by day, basis and report: the API's rows, added up exactly. */
export const periodOf = ({ data, totals, windows, time_zone: timeZone }: Summary): Period => {
  const questions = data.filter(isQuestion);
  return {
    windows,
    days: [...groupedBy(data, ({ from }) => from).values()].map((rows) => dayOf(rows, timeZone)),
    reports: reportsOf(data),
    total: credits(totals.credits_used),
    messages: totals.messages,
    fromReports: totalOf(data.filter(isReport)),
    fromQuestions: totalOf(questions),
    questions: messagesOf(questions),
  };
};

export const totalOfDay = ({ reports, questions }: Day): Credits => plus(reports, questions);

const isReport = ({ basis }: SummaryRow): boolean => basis === 'report';
/** A day without messages is one row without a basis. */
const isQuestion = ({ basis }: SummaryRow): boolean => basis !== undefined && basis !== 'report';

const messagesOf = (rows: readonly SummaryRow[]): number => rows.reduce((sum, { messages }) => sum + messages, 0);

const dayOf = (rows: readonly SummaryRow[], timeZone: string): Day => {
  const { from = '', to = '' } = rows[0] ?? {};
  return {
    date: dateOf(from, timeZone),
    from,
    to,
    reports: totalOf(rows.filter(isReport)),
    questions: totalOf(rows.filter(isQuestion)),
    messages: messagesOf(rows),
  };
};

/** Each report that a message names, in the order of the table. */
const reportsOf = (rows: readonly SummaryRow[]): ReportReference[] =>
  [...new Map(rows.flatMap(({ report }) => (report ? [[report.id, report]] : []))).values()].toSorted(compareReports);
