import type { UpstreamSettings } from '../../config/settings.js';

/** What an attempt needs of the UpstreamDeadline of its read. */
interface AttemptDeadline {
  readonly limits: Pick<UpstreamSettings, 'timeoutMs' | 'deadlineMs'>;
  readonly signal: AbortSignal;
  readonly isExpired: boolean;
  readonly hasLagged: boolean;
}

/**
 * A timer that fires this late was held up by our own event loop. On a busy machine a few
 * milliseconds are normal.
 */
const LAG_MS = 20;

/**
 * Times one attempt at a call, and aborts it after `timeoutMs` of the upstream's time. Time that
 * our own event loop lags, or spends on reading the body, does not count; it counts towards the
 * deadline of the read, which therefore bounds it.
 */
export class UpstreamAttempt {
  /** By `performance.now()`. */
  readonly startedAt = performance.now();
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private dueAt = 0;
  /** Own work since the timer was last set. */
  private workedMs = 0;
  /** Own work and lag since the attempt began. */
  private ownMs = 0;
  private isTimedOut = false;

  constructor(readonly deadline: AttemptDeadline) {
    this.arm(deadline.limits.timeoutMs);
    deadline.signal.addEventListener('abort', this.abort);
    if (deadline.signal.aborted) this.abort();
  }

  /**
   * Aborts once the upstream has used up its time, even if bytes keep trickling in, or when the
   * read ends.
   */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * Whether the read ended before the attempt could say anything about the upstream: another call
   * had failed, our event loop lagged past the deadline, or the attempt began late and got less
   * than half of its time.
   */
  get isInconclusive(): boolean {
    const { signal, isExpired, hasLagged, limits } = this.deadline;
    if (!signal.aborted || this.isTimedOut) return false;
    const upstreamMs = performance.now() - this.startedAt - this.ownMs;
    return !isExpired || hasLagged || upstreamMs < Math.min(limits.timeoutMs, limits.deadlineMs) / 2;
  }

  /** Takes `ms` that were spent on our own work out of the upstream's time. */
  addOwnWork(ms: number): void {
    this.workedMs += ms;
    this.ownMs += ms;
  }

  /** Releases the timer and the listener. */
  end(): void {
    clearTimeout(this.timer);
    this.deadline.signal.removeEventListener('abort', this.abort);
  }

  private readonly abort = (): void => this.controller.abort();

  private arm(ms: number): void {
    this.dueAt = performance.now() + ms;
    this.workedMs = 0;
    this.timer = setTimeout(() => this.expire(), ms);
  }

  private expire(): void {
    const lagMs = measureLagMs(this.dueAt);
    this.ownMs += lagMs;
    const lostMs = Math.max(this.workedMs, lagMs);
    if (lostMs >= 1) return this.arm(Math.min(lostMs, this.deadline.limits.timeoutMs));
    this.isTimedOut = true;
    this.abort();
  }
}

/**
 * Milliseconds that our own event loop held up a timer that was due at `dueAt` and has fired now; 0
 * up to {@link LAG_MS}. `dueAt` is by `performance.now()`.
 */
export const measureLagMs = (dueAt: number): number => {
  const lateMs = performance.now() - dueAt;
  return lateMs > LAG_MS ? lateMs : 0;
};
