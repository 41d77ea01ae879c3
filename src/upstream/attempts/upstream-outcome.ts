import { isAxiosError } from 'axios';
import type { UpstreamOutcome } from '../../observability/metrics/metric-labels.js';
import { toFailure, isStaleConnection } from './upstream-failure.js';

/** The outcome that the metrics count for an answer with this status, one of 200, 304 and 404. */
export const toOutcomeOfStatus = (status: number): UpstreamOutcome => {
  if (status === 404) return 'not_found';
  return status === 304 ? 'not_modified' : 'ok';
};

/** The outcome that the metrics count for an attempt that failed with this error. */
export const toOutcome = (error: unknown): UpstreamOutcome => {
  if (!isAxiosError(error)) return 'invalid';
  if (isStaleConnection(error)) return 'stale_connection';
  const failure = toFailure(error);
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
