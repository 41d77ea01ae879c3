import { HttpModule, HttpService } from '@nestjs/axios';
import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import { SAMPLE } from '../../config/upstream-address.js';
import { MetricsModule } from '../../observability/metrics/metrics.module.js';
import { MetricsService } from '../../observability/metrics/metrics.service.js';
import { Tracing } from '../../observability/tracing/tracing.js';
import { TracingModule } from '../../observability/tracing/tracing.module.js';
import { SampleModule } from '../../sample/sample.module.js';
import { SampleUpstream } from '../../sample/sample-upstream.js';
import { attempting } from './attempt.adapter.js';
import { CopilotUpstreamService } from './copilot-upstream.service.js';
import { httpOptions } from './http-options.js';
import { revalidating } from './revalidation.interceptor.js';
import { retrying } from './retry.interceptor.js';
import { UpstreamBreaker } from './upstream-breaker.js';
import { UpstreamState } from './upstream-state.js';

@Module({ imports: [MetricsModule], providers: [UpstreamBreaker], exports: [UpstreamBreaker] })
class BreakerModule {}

@Module({
  imports: [
    HttpModule.registerAsync({
      imports: [SampleModule, BreakerModule, MetricsModule, TracingModule],
      inject: [settingsConfig.KEY, SampleUpstream, UpstreamBreaker, MetricsService, Tracing],
      useFactory: async (
        { upstream }: SettingsConfig,
        sample: SampleUpstream,
        breaker: UpstreamBreaker,
        metrics: MetricsService,
        tracing: Tracing,
      ) =>
        httpOptions(
          upstream.baseUrl === SAMPLE ? { ...upstream, baseUrl: await sample.start() } : upstream,
          attempting({ breaker, metrics, tracing }),
        ),
    }),
    MetricsModule,
  ],
  providers: [CopilotUpstreamService, UpstreamState],
  exports: [CopilotUpstreamService, UpstreamState],
})
export class UpstreamModule implements OnModuleInit {
  constructor(
    private readonly http: HttpService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
    private readonly metrics: MetricsService,
  ) {}

  onModuleInit(): void {
    revalidating(this.http.axiosRef);
    retrying(this.http.axiosRef, this.settings.upstream, this.metrics);
  }
}
