/** The period asked for has no message with the id asked for. */
export class UnknownMessageError extends Error {
  override readonly name = 'UnknownMessageError';
  readonly code = 'not-found';

  /**
   * `period`: id of a past period; undefined for the current one. `others`: in words, messages with
   * the id that the request does not mean.
   */
  constructor(id: number, period?: string, others = '') {
    const where = period === undefined ? 'The current period' : `The period ${period}`;
    super(others === '' ? `${where} has no message ${id}` : `${where} has no such message ${id}, only ${others}`);
  }
}
