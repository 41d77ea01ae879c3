import { isAxiosError } from 'axios';
import { circuitBreaker, CircuitState, handleWhen } from 'cockatiel';
import type { BreakerState } from '../../observability/metrics/metric-labels.js';
import { FailuresInARow } from './failures-in-a-row.js';
import { UpstreamAttempt } from './upstream-attempt.js';
import type { UpstreamDeadline } from './upstream-deadline.js';
import { toFailure } from './upstream-failure.js';

/** How long the circuit stays open before a trial call may close it. */
const OPEN_SECONDS = 1;

const STATES: ReadonlyMap<CircuitState, BreakerState> = new Map([
  [CircuitState.Closed, 'closed'],
  [CircuitState.HalfOpen, 'half_open'],
  [CircuitState.Open, 'open'],
]);

/**
 * Circuit breaker: after a number of failures in a row, calls to the upstream fail at once with a
 * BrokenCircuitError, until a trial call succeeds.
 */
export class UpstreamBreaker {
  private readonly failures;
  private readonly policy;

  /**
   * `failures`: failures in a row that open the circuit; 0 for never. `onState` is called with each
   * new state.
   */
  constructor(failures: number, onState: (state: BreakerState) => void) {
    this.failures = new FailuresInARow(failures || Infinity);
    this.policy = circuitBreaker(handleWhen(isUpstreamDown), {
      halfOpenAfter: OPEN_SECONDS * 1000,
      breaker: this.failures,
    });
    this.policy.onStateChange((state) => onState(STATES.get(state) ?? 'open'));
  }

  /** Whether the circuit is open: a retry now would fail at once. */
  get isOpen(): boolean {
    return this.policy.state === CircuitState.Open;
  }

  /** Seconds until the upstream is asked again; undefined while the circuit is closed. */
  get retryAfterSeconds(): number | undefined {
    return this.policy.state === CircuitState.Closed ? undefined : OPEN_SECONDS;
  }

  /**
   * Makes an attempt, or throws a BrokenCircuitError. The breaker does not count the failure of an
   * attempt that was aborted too early to say anything about the upstream, nor one that came
   * together with a failure it has counted.
   */
  async attempt<Result>(
    deadline: UpstreamDeadline,
    call: (attempt: UpstreamAttempt) => Promise<Result>,
  ): Promise<Result> {
    return this.policy
      .execute(async () => {
        const attempt = new UpstreamAttempt(deadline);
        try {
          return await call(attempt);
        } catch (error) {
          if (attempt.isInconclusive) throw new UncountedFailure(error);
          const isDown = error instanceof Error && isUpstreamDown(error);
          throw isDown && !this.failures.registerFailure(attempt) ? new UncountedFailure(error) : error;
        } finally {
          attempt.end();
        }
      })
      .catch((error: unknown) => {
        throw error instanceof UncountedFailure ? error.cause : error;
      });
  }
}

/**
 * Carries a failure past cockatiel, which counts every error that {@link isUpstreamDown} accepts.
 */
class UncountedFailure extends Error {
  constructor(override readonly cause: unknown) {
    super('a failure that the breaker does not count');
  }
}

/**
 * Whether an error suggests that the upstream is down: no connection, no answer in time, or a 5xx.
 */
const isUpstreamDown = (error: Error): boolean => {
  if (!isAxiosError(error)) return false;
  const failure = toFailure(error);
  return (
    failure.kind === 'network' || failure.kind === 'timeout' || (failure.kind === 'status' && failure.status >= 500)
  );
};
