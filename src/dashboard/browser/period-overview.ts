import { credits, type Credits } from '../../pricing/credits.js';
import type { ReportReference, Summary, SummaryRow, Windows } from './api.types.js';
import { sumCredits } from './format-credits.js';
import { toWindowDate } from './format-time.js';
import { groupBy } from './group-by.js';
import { compareReports } from './report-order.js';

/** One date of the period. */
export interface Day {
  /** `YYYY-MM-DD` in the view's time zone. */
  readonly date: string;
  /** First instant of the date. */
  readonly from: string;
  /** First instant after the date. */
  readonly to: string;
  readonly reports: Credits;
  readonly questions: Credits;
  readonly messages: number;
}

/**
 * Totals, days and reports of a period, or of those of its messages that match the filters. A
 * question is a message that was not priced by a report.
 */
export interface PeriodOverview {
  /** Whether `days` has every date from the first to the last, or only those with messages. */
  readonly windows: Windows;
  readonly days: readonly Day[];
  /** Each report that a message names, once, in the order in which the table sorts report names. */
  readonly reports: readonly ReportReference[];
  /** The rows of the summary, for further sums. */
  readonly rows: readonly SummaryRow[];
  readonly total: Credits;
  readonly messages: number;
  readonly fromReports: Credits;
  readonly fromQuestions: Credits;
  readonly questions: number;
}

/** Adds up the rows of a summary by day, basis and report. */
export const toPeriodOverview = ({ data, totals, windows, time_zone: timeZone }: Summary): PeriodOverview => {
  const questions = data.filter(isQuestion);
  return {
    windows,
    days: [...groupBy(data, ({ from }) => from).values()].map((rows) => toDay(rows, timeZone)),
    reports: toReports(data),
    rows: data,
    total: credits(totals.credits_used),
    messages: totals.messages,
    fromReports: sumCredits(data.filter(isReport)),
    fromQuestions: sumCredits(questions),
    questions: countMessages(questions),
  };
};

export const isReport = ({ basis }: SummaryRow): boolean => basis === 'report';
/** False for the row of a day without messages, which has no basis. */
const isQuestion = ({ basis }: SummaryRow): boolean => basis !== undefined && basis !== 'report';

export const countMessages = (rows: readonly SummaryRow[]): number =>
  rows.reduce((sum, { messages }) => sum + messages, 0);

const toDay = (rows: readonly SummaryRow[], timeZone: string): Day => {
  const { from = '', to = '' } = rows[0] ?? {};
  return {
    date: toWindowDate(from, timeZone),
    from,
    to,
    reports: sumCredits(rows.filter(isReport)),
    questions: sumCredits(rows.filter(isQuestion)),
    messages: countMessages(rows),
  };
};

const toReports = (rows: readonly SummaryRow[]): ReportReference[] =>
  [...new Map(rows.flatMap(({ report }) => (report ? [[report.id, report]] : []))).values()].toSorted(compareReports);
