import { VersioningType } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { isWorthReading, protect } from './auth/protect.js';
import { settingsConfig, type SettingsConfig } from './config/settings.config.js';
import { serveDashboard } from './dashboard/serve-dashboard.js';
import { responseCompression } from './http/answers/compression.middleware.js';
import { crossOrigin } from './http/edge/cross-origin.js';
import { hostCheck } from './http/edge/host-check.middleware.js';
import { JsonBodyInterceptor } from './http/answers/json-body.interceptor.js';
import { jsonBody, MAX_BODY } from './http/edge/json-body.middleware.js';
import { NegotiationInterceptor } from './http/answers/negotiation.interceptor.js';
import { answerPreflight } from './http/edge/preflight.middleware.js';
import { ProblemDetailsFilter } from './http/problems/problem-details.filter.js';
import { refuseUnfit } from './http/edge/refuse-unfit.middleware.js';
import { requestId } from './http/edge/request-id.middleware.js';
import { requestValidation } from './http/edge/request-validation.pipe.js';
import { insistOnTls, securityHeaders } from './http/edge/security-headers.js';
import { limitServer } from './server/server-limits.js';
import type { SerialServer } from './server/serial.server.js';
import { answerUnreadableRequests } from './server/unreadable-requests.js';
import { urlLimit } from './http/edge/url-limit.middleware.js';
import { LOG, REQUEST_LOG } from './observability/logging.module.js';
import { MetricsService } from './observability/metrics/metrics.service.js';
import { requestMetrics } from './observability/metrics/request-metrics.middleware.js';
import { NestLog } from './observability/nest-log.js';
import { requestLog } from './observability/request-log.middleware.js';
import { Tracing } from './observability/tracing/tracing.js';
import { serveDocumentation } from './openapi/openapi.js';
import { serveWholeBill } from './usage/whole-bill.middleware.js';
import { dropSlowReaders } from './server/drop-slow-readers.js';
import { loadShedding } from './http/edge/load-shedding.middleware.js';
import { RequestLimiter } from './http/edge/request-limiter.js';

/** Everything between a Nest app and the service as callers meet it: shared by `main` and the e2e suite. */
export const configureApp = (app: NestExpressApplication): NestExpressApplication => {
  const { allowedHosts, apiKeys, corsOrigins, rateLimitPerMinute, trustedProxies } = app.get<SettingsConfig>(
    settingsConfig.KEY,
  );
  const log = app.get<Logger>(LOG, { strict: false });
  app.useLogger(new NestLog(log));
  // Made by `PresetPrototypesAdapter`; Nest knows of it only that it is a server.
  const server = app.getHttpServer() as SerialServer;
  answerUnreadableRequests(limitServer(server), ({ status, instance }) =>
    log.warn({ request_id: instance, status }, 'Refused before there was a request'),
  );
  dropSlowReaders(server, ({ reason, requestId }) =>
    log.warn({ request_id: requestId, reason }, 'Dropped a connection whose client does not read'),
  );
  app.set('etag', 'weak');
  app.disable('x-powered-by');
  app.set('trust proxy', trustedProxies);
  app.use(requestId, requestLog(app.get<Logger>(REQUEST_LOG, { strict: false })), ...app.get(Tracing).middleware);
  // Before all that refuses, so that refusals are counted.
  app.use(requestMetrics(app.get(MetricsService)), securityHeaders, refuseUnfit);
  if (trustedProxies !== false) app.use(insistOnTls);
  if (allowedHosts) app.use(hostCheck(allowedHosts));
  if (corsOrigins.length > 0) app.enableCors(crossOrigin(corsOrigins));
  app.use(loadShedding(), urlLimit);
  // Before the limit: a page is some thirty files, which are cheap and tell nobody anything.
  serveDashboard(app);
  // Who asks before how often, and both before a body is read: a stranger's guesses count on the stranger's address.
  protect(app, apiKeys);
  if (rateLimitPerMinute > 0) app.use(app.get(RequestLimiter, { strict: false }).countRequest);
  if (corsOrigins.length > 0) app.use(answerPreflight);
  app.useBodyParser('raw', { limit: MAX_BODY, type: isWorthReading(apiKeys) });
  app.use(jsonBody);
  serveWholeBill(app, apiKeys);
  app.use(responseCompression());
  app.enableVersioning({ type: VersioningType.URI });
  app.useGlobalInterceptors(new NegotiationInterceptor(), new JsonBodyInterceptor());
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(new ProblemDetailsFilter());
  serveDocumentation(app);
  return app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
};
