import { setMaxListeners } from 'node:events';
import type { UpstreamSettings } from '../../config/settings.js';
import { measureLagMs, UpstreamAttempt } from './upstream-attempt.js';

/** The abort reason that tells a passed deadline from a closed read. */
const EXPIRED = Symbol('the deadline has passed');

type Limits = Pick<UpstreamSettings, 'timeoutMs' | 'deadlineMs'>;

/**
 * Bounds the time that one read may take, all calls and retries together, and counts what it
 * spends. It uses `setTimeout` rather than `AbortSignal.timeout`: only weak references hold that
 * inside an `AbortSignal.any`, and once collected as garbage it never fires. Timers and
 * `performance.now()` are monotonic, so a jump of the system clock changes nothing.
 */
export class UpstreamDeadline {
  calls = 0;
  retries = 0;
  /** Whether the deadline passed because our own event loop was busy. */
  hasLagged = false;
  private readonly controller = new AbortController();
  /** By `performance.now()`. */
  private readonly endsAt: number;
  private readonly timer: NodeJS.Timeout;

  constructor(readonly limits: Limits) {
    // One listener for each call in flight, which may be thousands: that is no leak.
    setMaxListeners(0, this.controller.signal);
    this.endsAt = performance.now() + limits.deadlineMs;
    this.timer = setTimeout(() => this.expire(), limits.deadlineMs);
  }

  /** Aborts every call of the read: when the deadline passes, or when the read is over. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * Whether the deadline has passed: by its timer, or by the clock if a busy event loop delays the
   * timer.
   */
  get isExpired(): boolean {
    return this.signal.aborted ? this.signal.reason === EXPIRED : this.remainingMs <= 0;
  }

  /** Milliseconds until the deadline; negative once it has passed. */
  get remainingMs(): number {
    return this.endsAt - performance.now();
  }

  /**
   * Makes and counts one attempt at a call. Its signal aborts after `timeoutMs` of the upstream's
   * time, or with the read.
   */
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

  /**
   * Ends the read, and with it the calls in flight: once one call has failed, the others cannot
   * make a bill.
   */
  close(): void {
    clearTimeout(this.timer);
    this.controller.abort();
  }

  /**
   * After a lag, waits one turn of the event loop first, so that answers that have already arrived
   * are still read.
   */
  private expire(): void {
    this.hasLagged = measureLagMs(this.endsAt) > 0;
    if (this.hasLagged) setImmediate(() => this.controller.abort(EXPIRED));
    else this.controller.abort(EXPIRED);
  }
}
