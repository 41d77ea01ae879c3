import { message, period } from './period.js';
import { STANDARD, TOKEN_ESTIMATE } from './price-lists.js';

/**
 * In credits, by `standard` and by `token-estimate`: 2.55 and 1.10, 45 and 45 (a report), 1.05 and 1.70, 1.00 and 1.00, 2.10 and
 * 1.50. Upstream's order is not that of time, and 4 March in Helsinki is still the 3rd in UTC.
 */
export const PERIOD = period(
  message({ id: 5, text: 'lease lease', report_id: 8, timestamp: '2026-03-03T12:00:00Z' }),
  message({ id: 1, text: 'Generate it.', report_id: 7, timestamp: '2026-03-01T08:00:00Z' }),
  message({ id: 3, text: 'What is the rent?', timestamp: '2026-03-04T01:59:59.999+02:00' }),
  message({ id: 4, text: 'hi', timestamp: '2026-03-03T00:00:00Z' }),
  message({ id: 2, text: 'orbital latibro', timestamp: '2026-03-01T23:59:59.999Z' }),
);

export const amounts = (baseline: number, candidate: number, difference: number) => ({
  baseline,
  candidate,
  difference,
});

/** Totals, with what is dearer and what is cheaper. */
const totals = (baseline: number, candidate: number, difference: number, increases: number, decreases: number) => ({
  ...amounts(baseline, candidate, difference),
  increases,
  decreases,
});

/** What the comparison of it says, worked out by hand. */
export const COMPARED = {
  baseline: STANDARD,
  billed_by: [STANDARD],
  candidate: TOKEN_ESTIMATE,
  totals: totals(51.7, 50.3, -1.4, 0.65, -2.05),
  messages: { dearer: 1, cheaper: 2, unchanged: 2 },
  windows: 'all',
  by_day: [
    { date: '2026-03-01', ...amounts(47.1, 46.5, -0.6) },
    { date: '2026-03-02', ...amounts(0, 0, 0) },
    { date: '2026-03-03', ...amounts(4.6, 3.8, -0.8) },
  ],
  by_report: [
    { report: { id: 8 }, messages: 1, ...amounts(2.55, 1.1, -1.45) },
    { report: null, messages: 3, ...amounts(4.15, 4.2, 0.05) },
  ],
  top_changes: [
    { message_id: 5, ...amounts(2.55, 1.1, -1.45) },
    { message_id: 3, ...amounts(1.05, 1.7, 0.65) },
    { message_id: 2, ...amounts(2.1, 1.5, -0.6) },
  ],
};

/** The days of it where clocks say something else. */
export const DAYS_ELSEWHERE = [
  {
    zone: 'Europe/Helsinki',
    days: [
      { date: '2026-03-01', ...amounts(45, 45, 0) },
      { date: '2026-03-02', ...amounts(2.1, 1.5, -0.6) },
      { date: '2026-03-03', ...amounts(3.55, 2.1, -1.45) },
      { date: '2026-03-04', ...amounts(1.05, 1.7, 0.65) },
    ],
  },
  {
    zone: 'America/New_York',
    days: [
      { date: '2026-03-01', ...amounts(47.1, 46.5, -0.6) },
      { date: '2026-03-02', ...amounts(1, 1, 0) },
      { date: '2026-03-03', ...amounts(3.6, 2.8, -0.8) },
    ],
  },
  { zone: 'UTC', days: COMPARED.by_day },
];

/** What it says where both cards are the one in force. */
export const UNCHANGED = {
  baseline: STANDARD,
  billed_by: [STANDARD],
  candidate: STANDARD,
  totals: totals(51.7, 51.7, 0, 0, 0),
  messages: { dearer: 0, cheaper: 0, unchanged: 5 },
  windows: 'all',
  by_day: [
    { date: '2026-03-01', ...amounts(47.1, 47.1, 0) },
    { date: '2026-03-02', ...amounts(0, 0, 0) },
    { date: '2026-03-03', ...amounts(4.6, 4.6, 0) },
  ],
  by_report: [],
  top_changes: [],
};

/** What it says of an empty period. */
export const NOTHING = {
  baseline: STANDARD,
  billed_by: [],
  candidate: TOKEN_ESTIMATE,
  totals: totals(0, 0, 0, 0, 0),
  messages: { dearer: 0, cheaper: 0, unchanged: 0 },
  windows: 'all',
  by_day: [],
  by_report: [],
  top_changes: [],
};

/** What it says of the one question of edge.ts, where `token-estimate` bills. */
export const THE_OTHER_WAY = {
  baseline: TOKEN_ESTIMATE,
  billed_by: [TOKEN_ESTIMATE],
  candidate: STANDARD,
  totals: totals(1.7, 1.05, -0.65, 0, -0.65),
  messages: { dearer: 0, cheaper: 1, unchanged: 0 },
  windows: 'all',
  by_day: [{ date: '2026-03-02', ...amounts(1.7, 1.05, -0.65) }],
  by_report: [{ report: null, messages: 1, ...amounts(1.7, 1.05, -0.65) }],
  top_changes: [{ message_id: 1000, ...amounts(1.7, 1.05, -0.65) }],
};
