/** A cursor belongs to another bill: of another period, or of before the period changed. */
export class BillChangedError extends Error {
  override readonly name = 'BillChangedError';
  readonly code = 'bill-changed';

  constructor() {
    super('The bill has changed since this cursor was made: start again without cursor');
  }
}
