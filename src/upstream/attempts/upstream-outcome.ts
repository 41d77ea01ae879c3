import { isAxiosError } from 'axios';
import type { UpstreamOutcome } from '../../observability/metrics/metric-labels.js';
import { failureOf, isStaleConnection } from './upstream-failure.js';

/** How an answer is counted. */
export const outcomeOfStatus = (status: number): UpstreamOutcome => {
  if (status === 404) return 'not_found';
  return status === 304 ? 'not_modified' : 'ok';
};

/** How an attempt that failed is counted. */
export const outcomeOf = (error: unknown): UpstreamOutcome => {
  if (!isAxiosError(error)) return 'invalid';
  if (isStaleConnection(error)) return 'stale_connection';
  const failure = failureOf(error);
  switch (failure.kind) {
    case 'status':
      return failure.status === 404 ? 'not_found' : 'unavailable';
    case 'timeout':
      return 'timeout';
    case 'network':
      return 'unavailable';
    case 'too-large':
    case 'undecodable':
      return 'invalid';
  }
};
