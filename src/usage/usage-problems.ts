/** The problem types of the bill, and of its files. */
export const USAGE_PROBLEMS = [
  'invalid-request',
  'not-found',
  'no-ledger',
  'not-acceptable',
  'bill-changed',
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-invalid-response',
  'overloaded',
  'ledger-unavailable',
] as const;
