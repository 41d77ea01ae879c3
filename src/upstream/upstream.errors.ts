/**
 * The upstream did not deliver what a bill needs. The message names the request, never the
 * upstream's address or its answer.
 */
export abstract class UpstreamError extends Error {
  abstract readonly code: 'upstream-unavailable' | 'upstream-timeout' | 'upstream-invalid-response';
  /** Seconds until the service asks upstream again, if the circuit is open; undefined otherwise. */
  retryAfterSeconds: number | undefined;

  override get name(): string {
    return this.constructor.name;
  }
}

/**
 * Unreachable, or answering with a status outside its contract: `GET /reports/5392 answered 503`.
 */
export class UpstreamUnavailableError extends UpstreamError {
  readonly code = 'upstream-unavailable';
}

/** Too slow: `GET /reports/5392 timed out after 5000 ms`. */
export class UpstreamTimeoutError extends UpstreamError {
  readonly code = 'upstream-timeout';
}

/**
 * An answer that breaks the upstream's contract:
 * `GET /messages/current-period: messages[17].timestamp must be …`.
 */
export class UpstreamInvalidResponseError extends UpstreamError {
  readonly code = 'upstream-invalid-response';
}

/**
 * The circuit is open: the service did not ask the upstream, because it has just failed too often.
 */
export class UpstreamCircuitOpenError extends UpstreamUnavailableError {}

/**
 * More report look-ups of estimates are waiting than the process has time or memory for. Not a
 * failure of the upstream.
 */
export class TooManyLookUpsError extends Error {
  override readonly name = 'TooManyLookUpsError';
  readonly code = 'overloaded';
  readonly retryAfterSeconds = 1;
}
