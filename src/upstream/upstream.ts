import { Inject, Injectable } from '@nestjs/common';
import type { UpstreamSettings } from '../config/settings.js';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { MetricsService } from '../observability/metrics/metrics.service.js';
import { RetryBudget } from './attempts/retry-budget.js';
import { UpstreamBreaker } from './attempts/upstream-breaker.js';
import { UpstreamState } from './upstream-state.js';

/** One upstream API: its settings, and what all calls to it share. */
@Injectable()
export class Upstream {
  readonly settings: UpstreamSettings;
  readonly breaker: UpstreamBreaker;
  readonly retryBudget: RetryBudget;
  readonly state = new UpstreamState();

  constructor(@Inject(settingsConfig.KEY) { upstream }: SettingsConfig, metrics: MetricsService) {
    this.settings = upstream;
    this.breaker = new UpstreamBreaker(upstream.breakerFailures, (state) => metrics.breakerIs(state));
    this.retryBudget = new RetryBudget(upstream.retryReserve);
  }
}
