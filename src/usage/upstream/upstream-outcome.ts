import { isAxiosError } from 'axios';
import type { UpstreamOutcome } from '../../observability/metrics/metric-labels.js';
import { failureOf } from './upstream-failure.js';

/** How an attempt that failed is counted; a report that does not exist is one of them. */
export const outcomeOf = (error: unknown): UpstreamOutcome => {
  if (!isAxiosError(error)) return 'invalid';
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
