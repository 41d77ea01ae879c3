/** The setting that selects the billing card names none. */
export class UnknownBillingCardError extends Error {
  override readonly name = 'UnknownBillingCardError';

  constructor(known: readonly string[]) {
    super(`RATE_CARD must be one of ${known.join(', ')}`);
  }
}
