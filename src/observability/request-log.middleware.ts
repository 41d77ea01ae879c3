import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { matchedRoute } from '../http/problems/matched-route.js';
import { runWithRequest } from './request-context.js';

/**
 * One line a request: id, method, route, status, time, and what was noted (messages, upstream calls and retries); the name of the key
 * that asked. Neither headers nor bodies nor queries: keys and messages are confidential. By hand, on one logger: a child of it for
 * each request, as the usual middleware makes several of, took as long as all the rest of an answer.
 */
export const requestLog =
  (logger: Logger): RequestHandler =>
  (request, response, next) => {
    const startedAt = Date.now();
    const facts: Record<string, unknown> = { request_id: request.id };
    response.once('close', () => {
      const { method, caller } = request;
      const { statusCode: status, err } = response;
      if (caller) facts['key'] = caller.name;
      facts['method'] = method;
      facts['route'] = matchedRoute(request) ?? 'none';
      facts['status'] = status;
      facts['duration_ms'] = Date.now() - startedAt;
      if (err) facts['err'] = err;
      logger[levelOf(status)](facts, `${method} ${status}`);
    });
    runWithRequest(facts, next);
  };

const levelOf = (status: number): 'error' | 'warn' | 'info' => {
  if (status >= 500) return 'error';
  return status >= 400 ? 'warn' : 'info';
};
