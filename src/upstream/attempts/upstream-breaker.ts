import { Inject, Injectable } from '@nestjs/common';
import { isAxiosError } from 'axios';
import { circuitBreaker, CircuitState, handleWhen } from 'cockatiel';
import { settingsConfig, type SettingsConfig } from '../../config/settings.config.js';
import type { BreakerState } from '../../observability/metrics/metric-labels.js';
import { MetricsService } from '../../observability/metrics/metrics.service.js';
import { FailuresInARow } from './failures-in-a-row.js';
import { UpstreamAttempt } from './upstream-attempt.js';
import type { UpstreamDeadline } from './upstream-deadline.js';
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
  private readonly failures;
  private readonly policy;

  constructor(@Inject(settingsConfig.KEY) { upstream }: SettingsConfig, metrics: MetricsService) {
    this.failures = new FailuresInARow(upstream.breakerFailures || Infinity);
    this.policy = circuitBreaker(handleWhen(isUpstreamDown), {
      halfOpenAfter: LEFT_ALONE_S * 1000,
      breaker: this.failures,
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

  /**
   * Makes an attempt, or throws a BrokenCircuitError. Two kinds of failure are thrown and not counted: of an attempt that was broken
   * off before it could say anything of the upstream, and of one that failed together with another one.
   */
  async attempt<Result>(
    budget: UpstreamDeadline,
    call: (attempt: UpstreamAttempt) => Promise<Result>,
  ): Promise<Result> {
    return this.policy
      .execute(async () => {
        const attempt = new UpstreamAttempt(budget);
        try {
          return await call(attempt);
        } catch (error) {
          if (attempt.isBrokenOff) throw new Uncounted(error);
          if (error instanceof Error && isUpstreamDown(error) && !this.failures.countsAlone(attempt))
            throw new Uncounted(error);
          throw error;
        } finally {
          attempt.end();
        }
      })
      .catch((error: unknown) => {
        throw error instanceof Uncounted ? error.cause : error;
      });
  }
}

class Uncounted extends Error {
  constructor(override readonly cause: unknown) {
    super('a failure that the breaker does not count');
  }
}

const isUpstreamDown = (error: Error): boolean => {
  if (!isAxiosError(error)) return false;
  const failure = failureOf(error);
  return (
    failure.kind === 'network' || failure.kind === 'timeout' || (failure.kind === 'status' && failure.status >= 500)
  );
};
