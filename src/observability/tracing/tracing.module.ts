import { Module } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import { NoTracing } from './no-tracing.js';
import { Tracing } from './tracing.js';

/**
 * Loads OpenTelemetry's SDK only if there is a collector. Its API is in memory in any case:
 * prom-client imports it.
 */
const startTracing = async ({ traceCollector }: SettingsConfig): Promise<Tracing> => {
  if (traceCollector === undefined) return new NoTracing();
  const { OtlpTracing } = await import('./otlp-tracing.js');
  return new OtlpTracing(traceCollector);
};

@Module({
  providers: [{ provide: Tracing, useFactory: startTracing, inject: [settingsConfig.KEY] }],
  exports: [Tracing],
})
export class TracingModule {}
