/** A key, or an address, has used up its requests of the minute. */
export class RateLimitedError extends Error {
  override readonly name = 'RateLimitedError';
  readonly code = 'rate-limited';

  constructor(perMinute: number, retryAfterS: number) {
    super(`More than ${perMinute} requests in a minute; the next one is taken in ${retryAfterS} s`);
  }
}
