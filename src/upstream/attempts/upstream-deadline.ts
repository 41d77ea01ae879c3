import { setMaxListeners } from 'node:events';
import type { UpstreamSettings } from '../../config/settings.js';
import { lagSince, UpstreamAttempt } from './upstream-attempt.js';

/** Why the signal of a reading aborts when its deadline passes. */
const EXPIRED = Symbol('the deadline has passed');

type Limits = Pick<UpstreamSettings, 'timeoutMs' | 'deadlineMs'>;

/**
 * What one reading may spend on the upstream, all calls and retries together, and what it has spent. Its timers are its own:
 * nothing holds an `AbortSignal.timeout` in an `AbortSignal.any`, and once collected as garbage it never fires. They and
 * `performance.now()` are monotonic: a clock that jumps ends no reading and prolongs none.
 */
export class UpstreamDeadline {
  calls = 0;
  retries = 0;
  /** Whether our own event loop was what let the deadline pass. */
  hasLagged = false;
  private readonly reading = new AbortController();
  private readonly endsAt: number;
  private readonly deadline: NodeJS.Timeout;

  constructor(readonly limits: Limits) {
    // As many calls as there are reports wait on it at once: that is no leak.
    setMaxListeners(0, this.reading.signal);
    this.endsAt = performance.now() + limits.deadlineMs;
    this.deadline = setTimeout(() => this.expire(), limits.deadlineMs);
  }

  /** Aborts every call of the reading: when the deadline passes, or when the reading is over. */
  get signal(): AbortSignal {
    return this.reading.signal;
  }

  /** Whether the deadline has passed: by its timer, or by the clock where a busy event loop lets the timer wait. */
  get isExpired(): boolean {
    return this.signal.aborted ? this.signal.reason === EXPIRED : this.remainingMs <= 0;
  }

  get remainingMs(): number {
    return this.endsAt - performance.now();
  }

  /** Makes one attempt at a call, and counts it. Its signal aborts after `timeoutMs` of the upstream's time, or with the reading. */
  async attempt<Result>(
    call: (signal: AbortSignal) => Promise<Result>,
    attempt = new UpstreamAttempt(this),
  ): Promise<Result> {
    this.calls += 1;
    try {
      return await call(attempt.signal);
    } finally {
      attempt.end();
    }
  }

  /** The reading is over. Ends the calls still under way: where one has failed, the others can no longer make a bill. */
  close(): void {
    clearTimeout(this.deadline);
    this.reading.abort();
  }

  /** Where the event loop has lagged, answers that are there already are read first: that takes one turn of it. */
  private expire(): void {
    this.hasLagged = lagSince(this.endsAt) > 0;
    if (this.hasLagged) setImmediate(() => this.reading.abort(EXPIRED));
    else this.reading.abort(EXPIRED);
  }
}
