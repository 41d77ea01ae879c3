import { Injectable } from '@nestjs/common';
import {
  HealthCheckService,
  type HealthCheckResult,
  HealthIndicatorService,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { Upstream } from '../upstream/upstream.js';

@Injectable()
export class HealthService {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly upstream: Upstream,
  ) {}

  /** Throws a ServiceUnavailableException while the service stops. */
  readiness(): Promise<HealthCheckResult> {
    return this.checks.check([() => this.upstreamIndicator()]);
  }

  private upstreamIndicator(): HealthIndicatorResult {
    const indicator = this.indicators.check('upstream');
    const { state } = this.upstream;
    const facts = { ...state.report };
    return state.isFailing ? indicator.degraded(facts) : indicator.up(facts);
  }
}
