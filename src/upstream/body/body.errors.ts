/**
 * A body that is not one JSON value in UTF-8. It has no `cause`: a parser's message quotes the text
 * that it could not read.
 */
export class InvalidJsonError extends Error {
  override readonly name = 'InvalidJsonError';

  constructor() {
    super('the body is not JSON in UTF-8');
  }
}

/**
 * JSON that breaks the contract. The message names the field and the rule:
 * `messages[17].id must be integer`.
 */
export class ContractViolationError extends Error {
  override readonly name = 'ContractViolationError';
}

/** A report with another id than the one asked for, so that its cost must not be billed. */
export class WrongReportError extends Error {
  override readonly name = 'WrongReportError';
}
