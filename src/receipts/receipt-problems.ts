/** The problem types of a receipt, in every form. */
export const RECEIPT_PROBLEMS = [
  'invalid-request',
  'not-found',
  'no-ledger',
  'not-acceptable',
  'texts-not-kept',
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-invalid-response',
  'overloaded',
  'ledger-unavailable',
] as const;
