/** A cursor belongs to a bill that is no longer the current one. */
export class BillChangedError extends Error {
  override readonly name = 'BillChangedError';
  readonly code = 'bill-changed';

  constructor() {
    super('The bill has changed since this cursor was made: start again without cursor');
  }
}
