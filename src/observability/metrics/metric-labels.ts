// Values of the metrics' labels. Each is a closed set: neither callers nor upstream can create
// further series, and dashboards and alerts can rely on every value.

export type UpstreamEndpoint = 'messages' | 'report';

/**
 * How an attempt at an upstream call ended. `not_found`, of a report, is a regular answer;
 * `invalid` is a body that cannot be billed. `stale_connection` is not the upstream's failure: a
 * kept-alive connection had died, and the call was sent again over a new one.
 */
export type UpstreamOutcome =
  'ok' | 'not_modified' | 'not_found' | 'unavailable' | 'timeout' | 'invalid' | 'stale_connection';

export type BreakerState = 'closed' | 'half_open' | 'open';

/**
 * Number of messages in a bill by what priced them: their report, their text, or their text because
 * the report was not found.
 */
export type EntriesByBasis = Readonly<Record<'report' | 'text' | 'text_report_not_found', number>>;

export const UPSTREAM_ENDPOINTS: readonly UpstreamEndpoint[] = ['messages', 'report'];

export const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half_open', 'open'];

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/**
 * Returns `method`, or `other` for the thirty-odd methods that Node's parser accepts and no route
 * has.
 */
export const toMethodLabel = (method: string): string => (METHODS.has(method) ? method : 'other');
