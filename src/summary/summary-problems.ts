/** The problem types of the totals, and of their files. */
export const SUMMARY_PROBLEMS = [
  'invalid-request',
  'not-found',
  'no-ledger',
  'not-acceptable',
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-invalid-response',
  'overloaded',
  'ledger-unavailable',
] as const;
