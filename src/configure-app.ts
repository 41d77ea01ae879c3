import { VersioningType } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import type { HttpLogger } from 'pino-http';
import { serveDashboard } from './dashboard/serve-dashboard.js';
import { ProblemDetailsFilter } from './http/problem-details.filter.js';
import { requestId } from './http/request-id.middleware.js';
import { requestValidation } from './http/request-validation.pipe.js';
import { HTTP_LOGGER } from './observability/logging.module.js';
import { MetricsService } from './observability/metrics/metrics.service.js';
import { measuringRequests } from './observability/metrics/request-metrics.middleware.js';
import { Tracing } from './observability/tracing/tracing.js';
import { serveDocumentation } from './openapi/openapi.js';

/** No request of this service has a larger body. */
const MAX_BODY = '1mb';

/** Everything between a Nest app and the service as callers meet it: shared by `main` and the e2e suite. */
export const configureApp = (app: NestExpressApplication): NestExpressApplication => {
  app.useLogger(app.get(Logger));
  app.set('etag', 'strong');
  app.use(requestId, app.get<HttpLogger>(HTTP_LOGGER, { strict: false }), ...app.get(Tracing).middleware);
  app.use(measuringRequests(app.get(MetricsService)), securityHeaders);
  app.useBodyParser('json', { limit: MAX_BODY });
  app.enableVersioning({ type: VersioningType.URI });
  app.useGlobalPipes(requestValidation());
  app.useGlobalFilters(new ProblemDetailsFilter());
  serveDashboard(app);
  serveDocumentation(app);
  return app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
};

/** TLS ends before this service, so nothing here may tell a browser to insist on it. */
const securityHeaders = helmet({
  contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
  strictTransportSecurity: false,
});
