/** The upstream did not give what a bill needs. The message names what was asked of it, never its address or its answer. */
export abstract class UpstreamError extends Error {
  abstract readonly code: 'upstream-unavailable' | 'upstream-timeout' | 'upstream-invalid-response';
  /** After so many seconds upstream is asked again, where it is left alone until then. */
  retryAfterSeconds?: number;

  override get name(): string {
    return this.constructor.name;
  }
}

/** Not reachable, or answering with a status that it does not have for us: `GET /reports/5392 answered 503`. */
export class UpstreamUnavailableError extends UpstreamError {
  readonly code = 'upstream-unavailable';
}

/** Too slow: `GET /reports/5392 timed out after 5000 ms`. */
export class UpstreamTimeoutError extends UpstreamError {
  readonly code = 'upstream-timeout';
}

/** Something that is not the upstream's contract: `GET /messages/current-period: messages[17].timestamp must be …`. */
export class UpstreamInvalidResponseError extends UpstreamError {
  readonly code = 'upstream-invalid-response';
}

/** Not asked, because it has failed too often just now. */
export class UpstreamCircuitOpenError extends UpstreamUnavailableError {}

/** More reports are to be looked up for estimates than there is time or room for. It says nothing about the upstream. */
export class TooManyLookUpsError extends Error {
  override readonly name = 'TooManyLookUpsError';
  readonly code = 'overloaded';
  readonly retryAfterSeconds = 1;
}
