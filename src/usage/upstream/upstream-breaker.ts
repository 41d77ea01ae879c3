import { Inject, Injectable } from '@nestjs/common';
import { isAxiosError } from 'axios';
import { circuitBreaker, CircuitState, handleWhen, type IBreaker } from 'cockatiel';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import type { BreakerState } from '../../observability/metrics/metric-labels.js';
import { MetricsService } from '../../observability/metrics/metrics.service.js';
import type { UpstreamBudget } from './upstream-budget.js';
import { failureOf } from './upstream-failure.js';

/** How long the upstream is left alone before one call finds out whether it is back. */
const LEFT_ALONE_S = 1;

const STATES: ReadonlyMap<CircuitState, BreakerState> = new Map([
  [CircuitState.Closed, 'closed'],
  [CircuitState.HalfOpen, 'half_open'],
  [CircuitState.Open, 'open'],
]);

/**
 * Spares callers the wait for an upstream that is down: after some failures in a row a call fails at once, with a BrokenCircuitError,
 * until one that is let through succeeds.
 */
@Injectable()
export class UpstreamBreaker {
  private readonly policy;

  constructor(@Inject(settingsConfig.KEY) { upstream }: SettingsConfig, metrics: MetricsService) {
    this.policy = circuitBreaker(handleWhen(isUpstreamDown), {
      halfOpenAfter: LEFT_ALONE_S * 1000,
      breaker: new LastingFailures(upstream.breakerFailures || Infinity),
    });
    this.policy.onStateChange((state) => metrics.breakerIs(STATES.get(state) ?? 'open'));
  }

  /** Whether the upstream is left alone: what fails now need not be tried again. */
  get isOpen(): boolean {
    return this.policy.state === CircuitState.Open;
  }

  /** Seconds after which to come again, where the upstream is left alone. */
  get retryAfterSeconds(): number | undefined {
    return this.policy.state === CircuitState.Closed ? undefined : LEFT_ALONE_S;
  }

  /** Makes an attempt, or throws a BrokenCircuitError. What the end of its reading breaks off says nothing of the upstream. */
  async attempt<Result>(budget: UpstreamBudget, call: () => Promise<Result>): Promise<Result> {
    return this.policy
      .execute(async () => {
        try {
          return await call();
        } catch (error) {
          if (budget.signal.aborted && !budget.isExpired) throw new BrokenOff(error);
          throw error;
        }
      })
      .catch((error: unknown) => {
        throw error instanceof BrokenOff ? error.cause : error;
      });
  }
}

class BrokenOff extends Error {
  constructor(override readonly cause: unknown) {
    super('the reading has ended');
  }
}

const isUpstreamDown = (error: Error): boolean => {
  if (!isAxiosError(error)) return false;
  const failure = failureOf(error);
  return (
    failure.kind === 'network' || failure.kind === 'timeout' || (failure.kind === 'status' && failure.status >= 500)
  );
};

/** All calls of a moment may fail together, as when the upstream closes its connections: a retry mends that. Lasting ones break. */
const LASTING_MS = 250;

class LastingFailures implements IBreaker {
  state = 0;
  private since = 0;

  constructor(private readonly most: number) {}

  success(): void {
    this.state = 0;
  }

  failure(): boolean {
    if (this.state === 0) this.since = performance.now();
    this.state += 1;
    return this.state >= this.most && performance.now() - this.since >= LASTING_MS;
  }
}
