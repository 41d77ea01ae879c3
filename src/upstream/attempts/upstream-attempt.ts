import type { UpstreamSettings } from '../../config/settings.js';

/** The reading that an attempt belongs to. */
interface Reading {
  readonly limits: Pick<UpstreamSettings, 'timeoutMs' | 'deadlineMs'>;
  readonly signal: AbortSignal;
  readonly isExpired: boolean;
  /** Whether our own event loop was what let the deadline pass. */
  readonly hasLagged: boolean;
}

/** A timer that fires later than this was held up by our own event loop. Busy machines are late by a few milliseconds. */
const LAG_MS = 20;

/**
 * The time of one attempt at a call. It measures how long the upstream takes: what our own event loop lags, and what it works on
 * the body meanwhile, is given back. The deadline of the reading measures all of it, and so bounds that.
 */
export class UpstreamAttempt {
  /** By `performance.now()`. */
  readonly startedAt = performance.now();
  private readonly controller = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private dueAt = 0;
  private workedMs = 0;
  private ownMs = 0;
  private isTimedOut = false;

  constructor(readonly reading: Reading) {
    this.arm(reading.limits.timeoutMs);
    reading.signal.addEventListener('abort', this.abort);
    if (reading.signal.aborted) this.abort();
  }

  /** Aborts when the upstream has had its time, however its bytes trickle, or with the reading. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * Whether the end of the reading broke the attempt off before that could say anything about the upstream: another call had
   * failed, our event loop lagged beyond the deadline, or the attempt began late and had less than half of its time.
   */
  get isBrokenOff(): boolean {
    const { signal, isExpired, hasLagged, limits } = this.reading;
    if (!signal.aborted || this.isTimedOut) return false;
    const upstreamMs = performance.now() - this.startedAt - this.ownMs;
    return !isExpired || hasLagged || upstreamMs < Math.min(limits.timeoutMs, limits.deadlineMs) / 2;
  }

  /** Tells the attempt that `ms` of its time were spent on our own work, not waiting for upstream. */
  addOwnWork(ms: number): void {
    this.workedMs += ms;
    this.ownMs += ms;
  }

  /** Keeps neither the timer nor the listener. */
  end(): void {
    clearTimeout(this.timer);
    this.reading.signal.removeEventListener('abort', this.abort);
  }

  private readonly abort = (): void => this.controller.abort();

  private arm(ms: number): void {
    this.dueAt = performance.now() + ms;
    this.workedMs = 0;
    this.timer = setTimeout(() => this.expire(), ms);
  }

  private expire(): void {
    const lagMs = lagSince(this.dueAt);
    this.ownMs += lagMs;
    const lostMs = Math.max(this.workedMs, lagMs);
    if (lostMs >= 1) return this.arm(Math.min(lostMs, this.reading.limits.timeoutMs));
    this.isTimedOut = true;
    this.abort();
  }
}

/** How long our own event loop held up a timer that was due at `dueAt` and has fired now: 0 where that is not worth a word. */
export const lagSince = (dueAt: number): number => {
  const lateMs = performance.now() - dueAt;
  return lateMs > LAG_MS ? lateMs : 0;
};
