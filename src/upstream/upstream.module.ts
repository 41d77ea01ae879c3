import { HttpModule, HttpService } from '@nestjs/axios';
import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { SAMPLE } from '../config/upstream-address.js';
import { MetricsModule } from '../observability/metrics/metrics.module.js';
import { MetricsService } from '../observability/metrics/metrics.service.js';
import { Tracing } from '../observability/tracing/tracing.js';
import { TracingModule } from '../observability/tracing/tracing.module.js';
import { SampleModule } from './sample/sample.module.js';
import { SampleUpstream } from './sample/sample-upstream.js';
import { attempting } from './attempts/attempt.adapter.js';
import { UpstreamConnections } from './connections.js';
import { CopilotUpstreamService } from './copilot-upstream.service.js';
import { httpOptions } from './http-options.js';
import { LookUpPool } from './lookup-pool.js';
import { revalidating } from './attempts/conditional-request.js';
import { RetryBudget } from './attempts/retry-budget.js';
import { retrying } from './attempts/retry.interceptor.js';
import { UpstreamBreaker } from './attempts/upstream-breaker.js';
import { UpstreamState } from './upstream-state.js';

/** What spares an upstream in trouble. */
@Module({
  imports: [MetricsModule],
  providers: [
    UpstreamBreaker,
    {
      provide: RetryBudget,
      inject: [settingsConfig.KEY],
      useFactory: ({ upstream }: SettingsConfig) => new RetryBudget(upstream.retryReserve),
    },
  ],
  exports: [UpstreamBreaker, RetryBudget],
})
class SparingModule {}

@Module({
  imports: [
    HttpModule.registerAsync({
      imports: [SampleModule, SparingModule, MetricsModule, TracingModule],
      inject: [settingsConfig.KEY, SampleUpstream, RetryBudget, UpstreamBreaker, MetricsService, Tracing],
      useFactory: async (
        { upstream }: SettingsConfig,
        sample: SampleUpstream,
        allowance: RetryBudget,
        breaker: UpstreamBreaker,
        metrics: MetricsService,
        tracing: Tracing,
      ) => {
        const connections = new UpstreamConnections(upstream.concurrency + 1);
        return httpOptions(
          upstream.baseUrl === SAMPLE ? { ...upstream, baseUrl: await sample.start() } : upstream,
          connections,
          attempting({ allowance, breaker, connections, metrics, tracing }),
        );
      },
    }),
    MetricsModule,
    SparingModule,
  ],
  providers: [CopilotUpstreamService, LookUpPool, UpstreamState],
  exports: [CopilotUpstreamService, LookUpPool, UpstreamState],
})
export class UpstreamModule implements OnModuleInit {
  constructor(
    private readonly http: HttpService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
    private readonly allowance: RetryBudget,
    private readonly breaker: UpstreamBreaker,
    private readonly metrics: MetricsService,
  ) {}

  onModuleInit(): void {
    revalidating(this.http.axiosRef);
    const { allowance, breaker, metrics } = this;
    retrying(this.http.axiosRef, this.settings.upstream, { allowance, breaker, metrics });
  }
}
