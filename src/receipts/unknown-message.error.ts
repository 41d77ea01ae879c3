/** The current period has no message with the id asked for. */
export class UnknownMessageError extends Error {
  override readonly name = 'UnknownMessageError';
  readonly code = 'not-found';

  constructor(id: number) {
    super(`The current period has no message ${id}`);
  }
}
