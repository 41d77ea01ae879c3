import type { AxiosResponse } from 'axios';
import type { UpstreamEndpoint } from '../../observability/metrics/metric-labels.js';
import type { Upstream } from '../upstream.js';
import type { UpstreamAttempt } from './upstream-attempt.js';
import type { UpstreamDeadline } from './upstream-deadline.js';

declare module 'axios' {
  interface AxiosRequestConfig {
    /**
     * The upstream call that the request is an attempt of: the one field that adapter and
     * interceptors add to axios.
     */
    call?: UpstreamCall;
  }
}

/**
 * Reads and checks the body of a 200, anew for each attempt. Throws if the body breaks the
 * contract.
 */
type Receive = (response: AxiosResponse) => Promise<void>;

/** One call to an upstream, with all of its attempts. */
export class UpstreamCall {
  /** The attempt in flight. */
  attempt: UpstreamAttempt | undefined;
  /** Whether a reused connection has failed the call, which from then on uses new connections. */
  isResent = false;

  /** `deadline`: of the read that the call belongs to. */
  constructor(
    readonly upstream: Upstream,
    readonly deadline: UpstreamDeadline,
    readonly endpoint: UpstreamEndpoint,
    readonly receive: Receive,
  ) {}
}
