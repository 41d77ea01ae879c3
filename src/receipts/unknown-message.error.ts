/** The period asked for has no message with the id asked for. */
export class UnknownMessageError extends Error {
  override readonly name = 'UnknownMessageError';
  readonly code = 'not-found';

  /** `period`: id of a past period; undefined for the current one. */
  constructor(id: number, period?: string) {
    super(`${period === undefined ? 'The current period' : `The period ${period}`} has no message ${id}`);
  }
}
