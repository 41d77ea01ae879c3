import type { Request, RequestHandler, Response } from 'express';
import { callerKey } from './caller-key.js';
import { isProbe } from './is-probe.js';
import { problem } from '../problems/problem.js';
import { sendProblem } from '../problems/send-problem.js';
import { RateLimitedError } from './rate-limited.error.js';
import { type Count, RequestCounts, WINDOW_S } from './request-counts.js';

/** Look-ups at the upstream that count as one request of their caller: `UPSTREAM_CONCURRENCY` of them by default. */
const LOOKUPS_A_REQUEST = 16;

/**
 * Counts a request that causes this many look-ups at the upstream as one request more for each full 16 of them. Throws a
 * {@link RateLimitedError} where its caller does not have those left.
 */
export type ChargeLookUps = (lookUps: number) => void;

/** Limits the requests a minute of each key, by its name, and of every other caller by address: wrong keys count there. */
export class RequestLimiter {
  private readonly policy: string;
  private readonly counts: RequestCounts;

  /** `perMinute`: requests that a caller has in a window of 60 s; 0 is no limit. */
  constructor(private readonly perMinute: number) {
    this.policy = `"per-minute";q=${perMinute};w=${WINDOW_S}`;
    this.counts = new RequestCounts(perMinute);
  }

  /** Returns what charges the caller of `request` for look-ups. */
  chargeTo(request: Request): ChargeLookUps {
    return (lookUps) => {
      const requests = Math.floor(lookUps / LOOKUPS_A_REQUEST);
      if (this.perMinute === 0 || requests === 0) return;
      const count = this.counts.take(callerKey(request), requests);
      if (request.res) this.setHeaders(request.res, count);
      if (!count.isWithin) throw new RateLimitedError(this.chargeRefusal(requests, count), count.resetS);
    };
  }

  /** Counts each request but probes, and refuses those beyond the limit. Not to be mounted where there is none. */
  readonly countRequest: RequestHandler = (request, response, next) => {
    if (isProbe(request)) return next();
    const count = this.counts.take(callerKey(request));
    this.setHeaders(response, count);
    if (count.isWithin) return next();
    const detail = `More than ${this.perMinute} requests in a minute; the next one is taken in ${count.resetS} s`;
    sendProblem(response, problem('rate-limited', detail, request.id), count.resetS);
  };

  private setHeaders(response: Response, { remaining, resetS }: Count): void {
    response.setHeader('RateLimit-Policy', this.policy);
    response.setHeader('RateLimit', `"per-minute";r=${remaining};t=${resetS}`);
  }

  private chargeRefusal(requests: number, { remaining, resetS }: Count): string {
    const counted = `The request counts as ${requests + 1}`;
    if (requests >= this.perMinute) return `${counted}, and there are ${this.perMinute} a minute: divide it`;
    return `${counted}, and ${remaining + 1} are left of ${this.perMinute} a minute; it is taken in ${resetS} s`;
  }
}
