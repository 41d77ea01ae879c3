import { addRequestFields, type RequestFields } from '../observability/request-context.js';
import { NO_CALLS, type UpstreamRead } from './upstream-reads.js';

const toFields = ({ calls, retries }: UpstreamRead<unknown>['usage']): RequestFields => ({
  upstream_calls: calls,
  upstream_retries: retries,
});

/** Fields of the request log for an answer that needed no upstream call. */
export const NO_UPSTREAM_CALLS = toFields(NO_CALLS);

/**
 * Awaits the read, and adds its upstream calls to the request's log line, whether it succeeds or
 * fails.
 */
export const withUpstreamFields = async <Result>({ result, usage }: UpstreamRead<Result>): Promise<Result> => {
  try {
    return await result;
  } finally {
    addRequestFields(toFields(usage));
  }
};
