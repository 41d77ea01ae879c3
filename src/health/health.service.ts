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

  /**
   * Reports the state of the upstream. Throws a `ServiceUnavailableException` while the service
   * stops.
   */
  readiness(): Promise<HealthCheckResult> {
    return this.checks.check([() => this.checkUpstream()]);
  }

  private checkUpstream(): HealthIndicatorResult {
    const indicator = this.indicators.check('upstream');
    const { state } = this.upstream;
    const details = { ...state.report };
    return state.isFailing ? indicator.degraded(details) : indicator.up(details);
  }
}
