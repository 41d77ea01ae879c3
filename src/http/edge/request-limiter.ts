import type { Request, RequestHandler, Response } from 'express';
import { callerKey } from './caller-key.js';
import { isProbe } from './is-probe.js';
import { problem } from '../problems/problem.js';
import { sendProblem } from '../problems/send-problem.js';
import { RateLimitedError } from './rate-limited.error.js';
import { type Count, RequestCounts, WINDOW_SECONDS } from './request-counts.js';

/**
 * Look-ups at the upstream that count as one more request: the default of `UPSTREAM_CONCURRENCY`.
 */
const LOOKUPS_PER_REQUEST = 16;

/**
 * Charges a caller for `lookUps` at the upstream: each full 16 count as one more request. Throws a
 * {@link RateLimitedError} if the caller does not have that many requests left.
 */
export type ChargeLookUps = (lookUps: number) => void;

/** Limits requests per minute by key name, and by address for callers without a known key. */
export class RequestLimiter {
  private readonly policy: string;
  private readonly counts: RequestCounts;

  /** `perMinute`: requests of a caller in a window of 60 s; 0 means no limit. */
  constructor(private readonly perMinute: number) {
    this.policy = `"per-minute";q=${perMinute};w=${WINDOW_SECONDS}`;
    this.counts = new RequestCounts(perMinute);
  }

  /** Returns a function that charges the caller of `request` for look-ups. */
  chargeTo(request: Request): ChargeLookUps {
    return (lookUps) => {
      const requests = Math.floor(lookUps / LOOKUPS_PER_REQUEST);
      if (this.perMinute === 0 || requests === 0) return;
      const count = this.counts.take(callerKey(request), requests);
      if (request.res) this.setHeaders(request.res, count);
      if (!count.isWithin) throw new RateLimitedError(this.describeRefusal(requests, count), count.resetSeconds);
    };
  }

  /**
   * Middleware that counts every request except probes and answers 429 beyond the limit. Mount it
   * only if there is a limit.
   */
  readonly countRequest: RequestHandler = (request, response, next) => {
    if (isProbe(request)) return next();
    const count = this.counts.take(callerKey(request));
    this.setHeaders(response, count);
    if (count.isWithin) return next();
    const detail = `More than ${this.perMinute} requests in a minute; retry in ${count.resetSeconds} s`;
    sendProblem(response, problem('rate-limited', detail, request.id), count.resetSeconds);
  };

  private setHeaders(response: Response, { remaining, resetSeconds }: Count): void {
    response.setHeader('RateLimit-Policy', this.policy);
    response.setHeader('RateLimit', `"per-minute";r=${remaining};t=${resetSeconds}`);
  }

  private describeRefusal(requests: number, { remaining, resetSeconds }: Count): string {
    const counted = `The request counts as ${requests + 1}`;
    if (requests >= this.perMinute) return `${counted}, and the limit is ${this.perMinute} a minute: split it`;
    return `${counted}, and ${remaining + 1} are left of ${this.perMinute} a minute; retry in ${resetSeconds} s`;
  }
}
