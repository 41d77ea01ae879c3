import type { Server } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import { isProbe } from './is-probe.js';
import { problem } from '../problems/problem.js';
import { sendProblem } from '../problems/send-problem.js';

/**
 * Requests in flight at once. They share one reading of the upstream, so up to here serving one
 * costs no more than refusing it.
 */
const IN_FLIGHT_MAX = 1000;
/**
 * Requests in flight from which a lagging event loop matters; a lone caller with a heavy request is
 * served late, not refused.
 */
const CROWD_MIN = 50;
/**
 * A median turn above this is overload; a garbage collection or one large bill does not raise the
 * median that far.
 */
const MEDIAN_TURN_MS_MAX = 100;
const TURNS_MIN = 5;
const REFUSAL = 'The service has more requests than it can answer in time';
const RETRY_AFTER_SECONDS = 1;
const CHECK_INTERVAL_MS = 500;
const RESOLUTION_MS = 10;
const NANOSECONDS_PER_MS = 1e6;

/**
 * Watches the event loop by Node's histogram, until `server` closes, and returns whether it lags.
 * Checked by a timer, so that a request measures nothing.
 */
export const watchEventLoop = (server: Server): (() => boolean) => {
  const turns = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  turns.enable();
  let isLagging = false;
  const checks = setInterval(() => {
    if (turns.count < TURNS_MIN) return;
    isLagging = turns.percentile(50) / NANOSECONDS_PER_MS - RESOLUTION_MS > MEDIAN_TURN_MS_MAX;
    turns.reset();
  }, CHECK_INTERVAL_MS).unref();
  server.once('close', () => {
    clearInterval(checks);
    turns.disable();
  });
  return () => isLagging;
};

/**
 * Answers 503 at once while `inFlightMax` requests are in flight, or `crowdMin` while the event
 * loop lags (`isLagging`). Probes are always let through and not counted.
 */
export const loadShedding = (
  isLagging: () => boolean,
  inFlightMax = IN_FLIGHT_MAX,
  crowdMin = CROWD_MIN,
): RequestHandler => {
  let inFlight = 0;
  return (request, response, next) => {
    if (isProbe(request)) return next();
    if (inFlight >= inFlightMax || (inFlight >= crowdMin && isLagging())) {
      return sendProblem(response, problem('overloaded', REFUSAL, request.id), RETRY_AFTER_SECONDS);
    }
    inFlight += 1;
    response.once('close', () => {
      inFlight -= 1;
    });
    next();
  };
};
