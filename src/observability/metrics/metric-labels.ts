/**
 * What the labels can say. Each is a closed set, so that no caller and no upstream can make more series than there are words
 * here; a dashboard or an alert may rely on every one of them.
 */
export type UpstreamEndpoint = 'messages' | 'report';

/**
 * `not_found` is an answer where it is a report's. `invalid` is a body that cannot be billed. `stale_connection` is no failure of
 * the upstream's: a connection that was kept had died meanwhile, and the call was sent again over a new one.
 */
export type UpstreamOutcome =
  'ok' | 'not_modified' | 'not_found' | 'unavailable' | 'timeout' | 'invalid' | 'stale_connection';

export type BreakerState = 'closed' | 'half_open' | 'open';

/** How many messages of a bill each basis has priced. */
export type EntriesByBasis = Readonly<Record<'report' | 'text' | 'text_report_not_found', number>>;

export const UPSTREAM_ENDPOINTS: readonly UpstreamEndpoint[] = ['messages', 'report'];

export const BREAKER_STATES: readonly BreakerState[] = ['closed', 'half_open', 'open'];

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The parser of HTTP knows some thirty more methods, which nothing here has. */
export const methodLabel = (method: string): string => (METHODS.has(method) ? method : 'other');
