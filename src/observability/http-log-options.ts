import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Options } from 'pino-http';
import type { Caller } from '../auth/caller.js';
import type { Settings } from '../config/settings.js';
import { matchedRoute } from '../http/matched-route.js';

/**
 * One line a request: id, method, route, status, time, and what the handler assigned (messages, upstream calls and
 * retries); the name of the key that asked. Neither headers nor bodies nor queries: keys and messages are confidential.
 */
export const httpLogOptions = ({ logLevel }: Pick<Settings, 'logLevel'>): Options => ({
  level: logLevel,
  base: null,
  quietReqLogger: true,
  quietResLogger: true,
  customAttributeKeys: { reqId: 'request_id', responseTime: 'duration_ms' },
  customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'error' : statusCode >= 400 ? 'warn' : 'info'),
  customSuccessMessage: messageOf,
  customErrorMessage: messageOf,
  customSuccessObject: (request, response, { duration_ms }: Timing) => ({ ...factsOf(request, response), duration_ms }),
  customErrorObject: (request, response, err, { duration_ms }: Timing) => ({
    ...factsOf(request, response),
    duration_ms,
    err,
  }),
});

interface Timing {
  readonly duration_ms: number;
}

const messageOf = ({ method }: IncomingMessage, { statusCode }: ServerResponse): string => `${method} ${statusCode}`;

type IdentifiedRequest = IncomingMessage & { readonly caller?: Caller };

const factsOf = (request: IdentifiedRequest, { statusCode }: ServerResponse): object => ({
  ...(request.caller && { key: request.caller.name }),
  method: request.method,
  route: matchedRoute(request) ?? 'none',
  status: statusCode,
});
