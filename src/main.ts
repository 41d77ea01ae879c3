import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Logger } from 'pino';
import { assertEnvFileIsReadable } from './config/env-file.js';
import { settingsConfig } from './config/settings.config.js';
import { logStartup } from './startup-message.js';
import { configureApp } from './configure-app.js';
import { stopOnUncaughtErrors } from './fatal-errors.js';
import { NEST_OPTIONS } from './nest-options.js';
import { PresetPrototypesAdapter } from './server/preset-prototypes.adapter.js';
import { ignoreBrokenOutput } from './observability/broken-output.js';
import { LOG } from './observability/logging.module.js';
import { collectProcessMetrics } from './observability/metrics/process-metrics.js';

/** Time to send responses and export traces, on top of the upstream deadline. */
const DRAIN_MS = 10_000;

ignoreBrokenOutput();
// Before anything is loaded, so that the first scrape shows what starting has cost.
collectProcessMetrics();
try {
  assertEnvFileIsReadable();
  // Imported here because its ConfigModule reads `.env` when the module is evaluated.
  const { AppModule } = await import('./app.module.js');
  // Before Nest, which would log an invalid setting or price list a second time, with a stack.
  const settings = settingsConfig();
  const { loadRateCards } = await import('./rate-cards/rate-cards.service.js');
  loadRateCards(settings);
  const app = await NestFactory.create<NestExpressApplication>(AppModule, new PresetPrototypesAdapter(), NEST_OPTIONS);
  stopOnUncaughtErrors(app.get<Logger>(LOG, { strict: false }), settings.upstream.deadlineMs + DRAIN_MS);
  await configureApp(app).listen(settings.port, settings.host);
  logStartup(await app.getUrl(), settings);
} catch (error) {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
}
