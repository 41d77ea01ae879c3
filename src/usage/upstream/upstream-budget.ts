import type { UpstreamSettings } from '../../config/settings.js';

type Limits = Pick<UpstreamSettings, 'timeoutMs' | 'deadlineMs'>;

/** What one reading may spend on the upstream, all calls and retries together, and what it has spent. */
export class UpstreamBudget {
  calls = 0;
  retries = 0;
  private readonly endsAt: number;
  private readonly abandonment = new AbortController();
  private readonly expiry: AbortSignal;
  /** Aborts every call of the reading: when the deadline passes, or when the reading is given up. */
  readonly signal: AbortSignal;

  /** Timers and `performance.now()` are monotonic: a clock that jumps ends no reading and prolongs none. */
  constructor(readonly limits: Limits) {
    this.endsAt = performance.now() + limits.deadlineMs;
    this.expiry = AbortSignal.timeout(limits.deadlineMs);
    this.signal = AbortSignal.any([this.expiry, this.abandonment.signal]);
  }

  get remainingMs(): number {
    return this.endsAt - performance.now();
  }

  get isExpired(): boolean {
    return this.expiry.aborted;
  }

  /** Ends one attempt of a call: after `timeoutMs`, however its bytes trickle, or with the reading. */
  attemptSignal(): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(this.limits.timeoutMs), this.signal]);
  }

  /** Ends the calls still under way: one has failed, so the others can no longer make a bill. */
  abandon(): void {
    this.abandonment.abort();
  }
}
