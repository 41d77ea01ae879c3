/** An error in one field of the input. */
export interface FieldError {
  /** The name of a parameter, or the path of a field: `messages[2].text`. */
  readonly field: string;
  /** What is wrong, as the end of a sentence that begins with the field: `must be a string`. */
  readonly reason: string;
}

/** Input from a caller or a setting is invalid: names each field with the reason. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  readonly code = 'invalid-request';

  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ field, reason }) => `${field} ${reason}`).join('; '));
  }
}
