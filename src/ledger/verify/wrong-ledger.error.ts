/** Something in a ledger is not what was written. The message is a sentence that names it. */
export class WrongLedgerError extends Error {
  override readonly name = 'WrongLedgerError';
}
