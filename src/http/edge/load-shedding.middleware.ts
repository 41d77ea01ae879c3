import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import { isProbe } from './is-probe.js';
import { problem } from '../problems/problem.js';
import { sendProblem } from '../problems/send-problem.js';

/** Requests under way at once. They share one reading of the upstream, so to serve them costs no more than to refuse them; up to here. */
const MOST_UNDER_WAY = 1000;
/** So many wait for one another while the event loop lags. Fewer are served late: a lone caller with a heavy question is no crowd. */
const CROWD = 50;
/** Half of the turns of the event loop took longer: not a pause for garbage or one large bill, but more work than there is time. */
const LONGEST_TURN_MS = 100;
const TURNS_TO_JUDGE_BY = 5;
const REFUSAL = 'The service has more requests than it can answer in time';
const RETRY_AFTER_S = 1;
const LOOK_EVERY_MS = 500;
const RESOLUTION_MS = 10;
const NANOSECONDS_IN_MS = 1e6;

/** Whether the event loop lags, by Node's own histogram. Monotonic, and looked at now and then: a request costs no measurement. */
const watchEventLoop = (): (() => boolean) => {
  const turns = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  turns.enable();
  let lags = false;
  setInterval(() => {
    if (turns.count < TURNS_TO_JUDGE_BY) return;
    lags = turns.percentile(50) / NANOSECONDS_IN_MS - RESOLUTION_MS > LONGEST_TURN_MS;
    turns.reset();
  }, LOOK_EVERY_MS).unref();
  return () => lags;
};

/** Refuses new work at once while there is too much of it, probes excepted. `lags` says whether the event loop does. */
export const loadShedding = (lags = watchEventLoop(), most = MOST_UNDER_WAY, crowd = CROWD): RequestHandler => {
  let underWay = 0;
  return (request, response, next) => {
    if (isProbe(request)) return next();
    if (underWay >= most || (underWay >= crowd && lags())) {
      return sendProblem(response, problem('overloaded', REFUSAL, request.id), RETRY_AFTER_S);
    }
    underWay += 1;
    response.once('close', () => {
      underWay -= 1;
    });
    next();
  };
};
