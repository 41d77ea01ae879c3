import { Injectable } from '@nestjs/common';
import {
  HealthCheckService,
  type HealthCheckResult,
  HealthIndicatorService,
  type HealthIndicatorResult,
} from '@nestjs/terminus';
import { type LedgerReport, LedgerStatus } from '../billing/ledger-status.js';
import { Upstream } from '../upstream/upstream.js';

@Injectable()
export class HealthService {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly upstream: Upstream,
    private readonly ledger: LedgerStatus,
  ) {}

  /**
   * Reports the state of the upstream, and of the ledger if one is kept. Throws a `ServiceUnavailableException` while the service
   * stops.
   */
  readiness(): Promise<HealthCheckResult> {
    const { report } = this.ledger;
    return this.checks.check([() => this.checkUpstream(), ...(report ? [() => this.checkLedger(report)] : [])]);
  }

  private checkLedger({ isUp, ...details }: LedgerReport): HealthIndicatorResult {
    const indicator = this.indicators.check('ledger');
    return isUp ? indicator.up(details) : indicator.degraded(details);
  }

  private checkUpstream(): HealthIndicatorResult {
    const indicator = this.indicators.check('upstream');
    const { state } = this.upstream;
    const details = { ...state.report };
    return state.isFailing ? indicator.degraded(details) : indicator.up(details);
  }
}
