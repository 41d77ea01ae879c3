const MINUTE_MS = 60_000;
/** What a call adds to the allowance, and what a retry takes: a fifth of the load may come on top of it. */
const CALLS_PER_RETRY = 5;

/**
 * How many retries the upstream is burdened with when it is in trouble: one for five calls, and `reserve` a minute for services that
 * make few. What is not used within a minute is not saved up.
 */
export class RetryAllowance {
  private fifths: number;
  private refilledAt = performance.now();

  constructor(private readonly reserve: number) {
    this.fifths = this.most;
  }

  /** A call is made for the first time. */
  called(): void {
    this.fifths = Math.min(this.fifths + 1, this.most);
  }

  /** Whether one more retry is within the allowance, which it is taken from. */
  take(): boolean {
    const now = performance.now();
    this.fifths = Math.min(this.fifths + (this.most * (now - this.refilledAt)) / MINUTE_MS, this.most);
    this.refilledAt = now;
    if (this.fifths < CALLS_PER_RETRY) return false;
    this.fifths -= CALLS_PER_RETRY;
    return true;
  }

  private get most(): number {
    return this.reserve * CALLS_PER_RETRY;
  }
}
