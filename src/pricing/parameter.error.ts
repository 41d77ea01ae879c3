/** A parameter that is valid by the schema of its rule and still makes no rule. */
export class ParameterError extends RangeError {
  override readonly name = 'ParameterError';

  /** `parameter` is the path below the rule, such as `bands[1].up_to_characters`. */
  constructor(
    readonly parameter: string,
    message: string,
  ) {
    super(message);
  }
}
