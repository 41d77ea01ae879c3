import type { RequestHandler, Response } from 'express';
import { matchedRoute } from '../../http/problems/matched-route.js';
import type { MetricsService } from './metrics.service.js';

const MS_PER_SECOND = 1000;

/** Measures each request until its last byte has left, or until its caller has. Known routes only: the rest is `none`. */
export const requestMetrics =
  (metrics: MetricsService): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now();
    // Comes after an answer that is whole, and in place of one that is not.
    response.once('close', () => {
      const { method } = request;
      const answered = { method, route: matchedRoute(request) ?? 'none', status: statusOf(response) };
      metrics.requestAnswered(answered, (performance.now() - startedAt) / MS_PER_SECOND);
    });
    next();
  };

/** An answer that we broke off ourselves, because it could no longer be made whole, is a failure of ours. */
const statusOf = ({ writableFinished, statusCode, err }: Response): string => {
  if (writableFinished) return String(statusCode);
  return err ? '500' : 'aborted';
};
