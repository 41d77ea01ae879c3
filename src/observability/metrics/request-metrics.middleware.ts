import type { RequestHandler, Response } from 'express';
import { matchedRoute } from '../../http/problems/matched-route.js';
import type { MetricsService } from './metrics.service.js';

const MS_PER_SECOND = 1000;

/**
 * Measures each request until its last byte is sent or the connection is lost. Requests that match
 * no route count as `none`.
 */
export const requestMetrics =
  (metrics: MetricsService): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now();
    // `close` follows every answer, complete or not; `finish` follows complete ones only.
    response.once('close', () => {
      const { method } = request;
      const answered = { method, route: matchedRoute(request) ?? 'none', status: toStatusLabel(response) };
      metrics.requestAnswered(answered, (performance.now() - startedAt) / MS_PER_SECOND);
    });
    next();
  };

/**
 * An answer that the service cut off itself, because it could not be completed, counts as a 500.
 */
const toStatusLabel = ({ writableFinished, statusCode, err }: Response): string => {
  if (writableFinished) return String(statusCode);
  return err ? '500' : 'aborted';
};
