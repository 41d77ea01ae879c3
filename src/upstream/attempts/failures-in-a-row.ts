import type { IBreaker } from 'cockatiel';
import type { UpstreamAttempt } from './upstream-attempt.js';

/**
 * Failures within this time may share one brief cause, such as a restart of the upstream. Only
 * longer rows open the circuit.
 */
const LASTING_MS = 250;

/**
 * Counts consecutive failures for the circuit breaker, which opens once there are `threshold` of
 * them, over at least {@link LASTING_MS}. A success resets the count.
 */
export class FailuresInARow implements IBreaker {
  /** The count so far, under the name that cockatiel's interface gives it. */
  state = 0;
  private firstAt = 0;
  private lastAt = 0;
  private lastDeadline: unknown;

  constructor(private readonly threshold: number) {}

  /**
   * Registers an attempt that has failed just now. Returns whether its failure counts. It does not
   * if the attempt began before the last counted failure, or if it belongs to the same read and
   * follows within {@link LASTING_MS}: calls that fail together are one sign of trouble, not many.
   */
  registerFailure({ startedAt, deadline }: Pick<UpstreamAttempt, 'startedAt' | 'deadline'>): boolean {
    const now = performance.now();
    const isTogether = startedAt < this.lastAt || (deadline === this.lastDeadline && now - this.lastAt < LASTING_MS);
    if (this.state > 0 && isTogether) return false;
    this.lastAt = now;
    this.lastDeadline = deadline;
    return true;
  }

  success(): void {
    this.state = 0;
  }

  /** Counts one failure. Returns whether the circuit is to open. */
  failure(): boolean {
    if (this.state === 0) this.firstAt = performance.now();
    this.state += 1;
    return this.state >= this.threshold && performance.now() - this.firstAt >= LASTING_MS;
  }
}
