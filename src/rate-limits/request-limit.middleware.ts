import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit, type RateLimitInfo } from 'express-rate-limit';
import { problem } from '../http/problem.js';
import { sendProblem } from '../http/send-problem.js';

const WINDOW_S = 60;

type CountedRequest = Request & { readonly rateLimit?: RateLimitInfo };

/**
 * Takes so many requests a minute from a key, by its name, and from everybody else by their address: wrong keys count there. The
 * count is a number for each of them, not a list of hits, so a busy key costs no more than a quiet one. Probes are not counted.
 */
export const requestLimit = (perMinute: number): RequestHandler[] => {
  const policy = `"per-minute";q=${perMinute};w=${WINDOW_S}`;
  const announce = (request: CountedRequest, response: Response): number => {
    if (!request.rateLimit) return 0;
    const { remaining, resetTime } = request.rateLimit;
    const resetS = Math.max(1, Math.ceil(((resetTime?.getTime() ?? 0) - Date.now()) / 1000));
    // Ours, not the library's: its own write a SHA-256 of the key into each answer, and cost ten times as much.
    response.setHeader('RateLimit-Policy', policy);
    response.setHeader('RateLimit', `"per-minute";r=${remaining};t=${resetS}`);
    return resetS;
  };
  const count = rateLimit({
    windowMs: WINDOW_S * 1000,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    // It would complain of a forged X-Forwarded-For, on the console, once.
    validate: false,
    skip: ({ path }) => path.startsWith('/health/'),
    keyGenerator: ({ caller, ip = '' }) => (caller ? `key ${caller.name}` : `address ${ipKeyGenerator(ip)}`),
    handler: (request, response) => {
      const retryAfterS = announce(request, response);
      const detail = `More than ${perMinute} requests in a minute; the next one is taken in ${retryAfterS} s`;
      sendProblem(response, problem('rate-limited', detail, request.id), retryAfterS);
    },
  });
  return [
    count,
    (request, response, next) => {
      announce(request, response);
      next();
    },
  ];
};
