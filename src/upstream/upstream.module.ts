import { HttpModule, HttpService } from '@nestjs/axios';
import { Module, type OnModuleInit } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { SAMPLE } from '../config/addresses.js';
import { MetricsModule } from '../observability/metrics/metrics.module.js';
import { MetricsService } from '../observability/metrics/metrics.service.js';
import { Tracing } from '../observability/tracing/tracing.js';
import { TracingModule } from '../observability/tracing/tracing.module.js';
import { attemptAdapter } from './attempts/attempt.adapter.js';
import { refuseUnaskedConfirmations } from './attempts/conditional-request.js';
import { retryFailedCalls } from './attempts/retry.interceptor.js';
import { UpstreamConnections } from './connections.js';
import { CopilotUpstreamService } from './copilot-upstream.service.js';
import { httpOptions } from './http-options.js';
import { LookUpPool } from './lookup-pool.js';
import { SampleModule } from './sample/sample.module.js';
import { SampleUpstream } from './sample/sample-upstream.js';
import { Upstream } from './upstream.js';

@Module({
  imports: [
    HttpModule.registerAsync({
      imports: [SampleModule, MetricsModule, TracingModule],
      inject: [settingsConfig.KEY, SampleUpstream, MetricsService, Tracing],
      useFactory: async (
        { upstream }: SettingsConfig,
        sample: SampleUpstream,
        metrics: MetricsService,
        tracing: Tracing,
      ) => {
        const baseUrl = upstream.baseUrl === SAMPLE ? await sample.start() : upstream.baseUrl;
        // One more than the report look-ups, for the messages.
        const connections = new UpstreamConnections(upstream.concurrency + 1);
        return httpOptions(baseUrl, connections, attemptAdapter({ connections, metrics, tracing }));
      },
    }),
    MetricsModule,
  ],
  providers: [CopilotUpstreamService, LookUpPool, Upstream],
  exports: [CopilotUpstreamService, LookUpPool, Upstream],
})
export class UpstreamModule implements OnModuleInit {
  constructor(
    private readonly http: HttpService,
    private readonly upstream: Upstream,
    private readonly metrics: MetricsService,
  ) {}

  onModuleInit(): void {
    refuseUnaskedConfirmations(this.http.axiosRef);
    retryFailedCalls(this.http.axiosRef, this.upstream.settings, this.metrics);
  }
}
