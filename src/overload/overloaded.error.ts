/** The service has as much to do as it can do in time. What is refused at once may be asked again; what waits for long is given up. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
  readonly code = 'overloaded';
  readonly retryAfterSeconds = 1;

  constructor() {
    super('The service has more requests than it can answer in time');
  }
}
