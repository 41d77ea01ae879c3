import { VersioningType } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { isBodyExpected } from './auth/body-expected.js';
import { identifyCaller } from './auth/identify-caller.middleware.js';
import { settingsConfig, type SettingsConfig } from './config/settings.config.js';
import { serveDashboard } from './dashboard/serve-dashboard.js';
import { responseCompression } from './http/answers/compression.middleware.js';
import { crossOrigin } from './http/edge/cross-origin.js';
import { hostCheck } from './http/edge/host-check.middleware.js';
import { jsonBody, MAX_BODY } from './http/edge/json-body.middleware.js';
import { loadShedding, watchEventLoop } from './http/edge/load-shedding.middleware.js';
import { answerPreflight } from './http/edge/preflight.middleware.js';
import { refuseUnfit } from './http/edge/refuse-unfit.middleware.js';
import { requestId } from './http/edge/request-id.middleware.js';
import { RequestLimiter } from './http/edge/request-limiter.js';
import { insistOnTls, securityHeaders } from './http/edge/security-headers.js';
import { urlLimit } from './http/edge/url-limit.middleware.js';
import { LOG, REQUEST_LOG } from './observability/logging.module.js';
import { MetricsService } from './observability/metrics/metrics.service.js';
import { requestMetrics } from './observability/metrics/request-metrics.middleware.js';
import { NestLog } from './observability/nest-log.js';
import { requestLog } from './observability/request-log.middleware.js';
import { Tracing } from './observability/tracing/tracing.js';
import { serveDocumentation } from './openapi/openapi.js';
import { dropSlowReaders } from './server/drop-slow-readers.js';
import type { SerialServer } from './server/serial.server.js';
import { limitServer } from './server/server-limits.js';
import { answerUnreadableRequests } from './server/unreadable-requests.js';
import { serveWholeBill } from './usage/whole-bill.middleware.js';

/**
 * Makes a created Nest app the service that callers meet; shared by `main` and the e2e suites. The
 * middleware is one list here and not spread over modules, because Nest orders the middleware of
 * modules by their distance only, and this order decides who is refused before what is counted,
 * read and logged.
 */
export const configureApp = (app: NestExpressApplication): NestExpressApplication => {
  configureServer(app);
  mountEdge(app);
  mountRoutes(app);
  return app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
};

/**
 * Logger, and what happens on a connection before there is a request and after its response is
 * made.
 */
const configureServer = (app: NestExpressApplication): void => {
  const log = app.get<Logger>(LOG, { strict: false });
  app.useLogger(new NestLog(log));
  // Created by `PresetPrototypesAdapter`; Nest's type says only that it is a server.
  const server = app.getHttpServer() as SerialServer;
  answerUnreadableRequests(limitServer(server), ({ status, instance }) =>
    log.warn({ request_id: instance, status }, 'Refused data that is not a complete request'),
  );
  dropSlowReaders(server, ({ reason, requestId }) =>
    log.warn({ request_id: requestId, reason }, 'Dropped a connection whose client does not read'),
  );
};

/**
 * The middleware of every request, in its order: id and log, counting, refusals from cheap to
 * expensive, the body last.
 */
const mountEdge = (app: NestExpressApplication): void => {
  const { allowedHosts, apiKeys, corsOrigins, rateLimitPerMinute, trustedProxies } = settingsOf(app);
  app.set('etag', 'weak');
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies);
  app.use(requestId, requestLog(app.get<Logger>(REQUEST_LOG, { strict: false })), ...app.get(Tracing).middleware);
  // Before everything that refuses, so that refusals are counted.
  app.use(requestMetrics(app.get(MetricsService)), securityHeaders, refuseUnfit);
  if (trustedProxies !== false) app.use(insistOnTls);
  if (allowedHosts) app.use(hostCheck(allowedHosts));
  if (corsOrigins.length > 0) app.enableCors(crossOrigin(corsOrigins));
  app.use(loadShedding(watchEventLoop(app.getHttpServer())), urlLimit);
  // Before the rate limit: the page loads dozens of files, which are cheap and reveal nothing.
  serveDashboard(app);
  // The caller before the limit, so that guessed keys count on the address of the stranger who
  // guesses; both before a body is read.
  if (apiKeys.length > 0) app.use(identifyCaller(apiKeys));
  if (rateLimitPerMinute > 0) app.use(app.get(RequestLimiter, { strict: false }).countRequest);
  if (corsOrigins.length > 0) app.use(answerPreflight);
  app.useBodyParser('raw', { limit: MAX_BODY, type: isBodyExpected(apiKeys) });
  app.use(jsonBody);
};

/**
 * What answers. The rules of controllers (guard, interceptors, pipe, filter) come with `AuthModule`
 * and `HttpRulesModule`.
 */
const mountRoutes = (app: NestExpressApplication): void => {
  // Before compression, which would wrap each response for nothing: the whole bill has a strong
  // ETag per encoding and keeps its compressed body.
  serveWholeBill(app, settingsOf(app).apiKeys);
  app.use(responseCompression());
  app.enableVersioning({ type: VersioningType.URI });
  serveDocumentation(app);
};

const settingsOf = (app: NestExpressApplication): SettingsConfig => app.get<SettingsConfig>(settingsConfig.KEY);
