import { Injectable } from '@nestjs/common';
import {
  HealthCheckService,
  type HealthCheckResult,
  HealthIndicatorService,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { UpstreamState } from '../upstream/upstream-state.js';

@Injectable()
export class HealthService {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly upstream: UpstreamState,
  ) {}

  /** Throws a ServiceUnavailableException while the service stops. */
  readiness(): Promise<HealthCheckResult> {
    return this.checks.check([() => this.upstreamIndicator()]);
  }

  private upstreamIndicator(): HealthIndicatorResult {
    const indicator = this.indicators.check('upstream');
    const facts = { ...this.upstream.report };
    return this.upstream.isFailing ? indicator.degraded(facts) : indicator.up(facts);
  }
}
