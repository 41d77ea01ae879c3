/**
 * A caller has fewer requests left in its window than this request counts as. Becomes a 429 with
 * `Retry-After`.
 */
export class RateLimitedError extends Error {
  override readonly name = 'RateLimitedError';
  readonly code = 'rate-limited';

  constructor(
    message: string,
    readonly retryAfterSeconds: number,
  ) {
    super(message);
  }
}
