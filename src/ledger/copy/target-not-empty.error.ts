/** A ledger is copied into one that has something else. Nothing was written. */
export class TargetNotEmptyError extends Error {
  override readonly name = 'TargetNotEmptyError';

  constructor() {
    super('the target has a ledger already, which is not the beginning of this one: nothing was copied');
  }
}
