import type { LedgerPeriods, Problem, RateCards } from './api.types.js';
import type { PeriodOverview } from './period-overview.js';
import type { View } from './view.js';

/**
 * A part of the view that names something the current period does not have, such as the report of an
 * old link.
 */
export interface UnknownPart {
  readonly name: 'period' | 'report' | 'candidate' | 'receipt';
  /** Why it cannot be shown, for the person who opened the link. */
  readonly reason: string;
}

/** The API's answers so far. A missing answer makes no part of the view unknown. */
interface Known {
  readonly period: PeriodOverview | undefined;
  readonly rateCards: RateCards | undefined;
  readonly periods: LedgerPeriods | undefined;
  /** The failure to read the open receipt. */
  readonly receiptProblem: Problem | undefined;
}

/** The parts of the view that, by the answers so far, do not exist. */
export const findUnknownParts = (view: View, { period, rateCards, periods, receiptProblem }: Known): UnknownPart[] => {
  const { report, candidate, receipt } = view;
  const unknown: UnknownPart[] = [];
  if (periods && view.period !== undefined && !periods.periods.some(({ id }) => id === view.period)) {
    unknown.push({ name: 'period', reason: `this service keeps no period ${view.period}` });
  }
  if (period && report !== undefined && !period.reports.some(({ id }) => id === report)) {
    unknown.push({ name: 'report', reason: `no message in the period refers to report ${report}` });
  }
  if (rateCards && candidate !== undefined && !isCandidate(candidate, rateCards)) {
    unknown.push({ name: 'candidate', reason: `there is no other price list “${candidate}”` });
  }
  if (receipt !== undefined && receiptProblem?.status === 404) {
    unknown.push({ name: 'receipt', reason: `the period has no message ${receipt}` });
  }
  return unknown;
};

/** The rate card that bills is no candidate: a comparison needs two. */
const isCandidate = (candidate: string, { rate_cards: cards }: RateCards): boolean =>
  cards.some(({ id, billing }) => id === candidate && !billing);
