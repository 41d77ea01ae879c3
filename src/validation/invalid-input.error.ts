/** One thing that is wrong with what came in. */
export interface FieldError {
  /** The parameter, or the path of the field: `messages[2].text`. */
  readonly field: string;
  readonly reason: string;
}

/** Something that came in breaks the rules: names each field and the reason. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';
  readonly code = 'invalid-request';

  constructor(readonly errors: readonly FieldError[]) {
    super(errors.map(({ field, reason }) => `${field} ${reason}`).join('; '));
  }
}
