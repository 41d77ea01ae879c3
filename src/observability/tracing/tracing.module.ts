import { Module } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import { NoTracing } from './no-tracing.js';
import { Tracing } from './tracing.js';

/** Traces are off unless there is a collector; the SDK of OpenTelemetry is then not loaded, as prom-client loads its API alone. */
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
