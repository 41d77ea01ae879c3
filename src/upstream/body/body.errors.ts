/** A body that is not one value of JSON in UTF-8. It has no cause: a parser's message quotes what it could not read. */
export class InvalidJsonError extends Error {
  override readonly name = 'InvalidJsonError';

  constructor() {
    super('the body is not JSON in UTF-8');
  }
}

/** JSON that breaks the contract. The message names the place and the rule: `messages[17].id must be integer`. */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';
}

/** Another report than the one that was asked for. To bill it would be wrong. */
export class WrongReportError extends Error {
  override readonly name = 'WrongReportError';
}
