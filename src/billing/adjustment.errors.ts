import { InvalidInputError } from '../validation/invalid-input.error.js';

/** The key of the request was used before, for another request. */
export class IdempotencyConflictError extends Error {
  override readonly name = 'IdempotencyConflictError';
  readonly code = 'idempotency-conflict';

  constructor() {
    super('This Idempotency-Key was used for another request, so nothing was booked: use a new key');
  }
}

/** The ledger has no adjustment with this number. */
export class UnknownAdjustmentError extends Error {
  override readonly name = 'UnknownAdjustmentError';
  readonly code = 'not-found';

  constructor(number: number) {
    super(`There is no adjustment ${number}`);
  }
}

/** The adjustment was taken back before, which can be done once. */
export class AlreadyReversedError extends Error {
  override readonly name = 'AlreadyReversedError';
  readonly code = 'already-reversed';

  /** `by`: number of the adjustment that took it back. */
  constructor(number: number, by: number) {
    super(`Adjustment ${number} has been taken back by adjustment ${by}`);
  }
}

/** A waiver takes off more than is left of the message: `left`, a decimal. */
export const moreThanLeft = (left: string): InvalidInputError =>
  invalid('credits', `takes off more than the ${left} that is left of the message`);

/** The adjustment takes another one back with an amount that is not its opposite, a decimal. */
export const notOpposite = (opposite: string): InvalidInputError =>
  invalid('credits', `must be ${opposite}, the opposite of what it takes back, or left out`);

/** Only what a person booked can be taken back, and not what takes another adjustment back. */
export const notReversible = (number: number): InvalidInputError =>
  invalid('reverses', `names adjustment ${number}, which is a correction of the ledger or takes one back itself`);

/** Several messages of the period are meant; `candidates` names some of them in words. */
export const ambiguousMessage = (id: number, candidates: string): InvalidInputError =>
  invalid('message', `${id} is there more than once: add timestamp or nth (${candidates})`);

const invalid = (field: string, reason: string): InvalidInputError => new InvalidInputError([{ field, reason }]);
