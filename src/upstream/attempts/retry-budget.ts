const MINUTE_MS = 60_000;
/** What a call adds to the allowance, and what a retry takes: a fifth of the load may come on top of it. */
const CALLS_PER_RETRY = 5;

/**
 * How many retries the upstream is burdened with when it is in trouble: one for five calls. After a minute without a failure
 * `reserve` retries are in hand, for services that make few calls. A reading that began while one was in hand may try each of its
 * calls once more, however many they are: the calls of one moment may all fail by one cause. What that takes beyond what was in hand
 * is owed, and no other retry is made until calls have paid it back, or a minute without a failure has passed.
 */
export class RetryBudget {
  /** Below 0 where retries are owed. */
  private fifths: number;
  private failedAt = -Infinity;
  /** Whether a retry was in hand when the reading began. */
  private readonly covered = new WeakMap<object, boolean>();

  constructor(private readonly reserve: number) {
    this.fifths = this.most;
  }

  /** A call is made for the first time. The first call of a reading settles whether its calls may be tried once more. */
  called(reading?: object): void {
    this.forgive();
    if (reading && !this.covered.has(reading)) this.covered.set(reading, this.hasOne);
    this.fifths = Math.min(this.fifths + 1, this.most);
  }

  /** Whether a call that has failed may be tried again, for the first time or once more; the retry is taken from the allowance. */
  take(reading?: object, isFirstRetry = false): boolean {
    this.forgive();
    this.failedAt = performance.now();
    const isCovered = isFirstRetry && reading !== undefined && this.covered.get(reading) === true;
    if (!isCovered && !this.hasOne) return false;
    this.fifths -= CALLS_PER_RETRY;
    return true;
  }

  private get hasOne(): boolean {
    return this.fifths >= CALLS_PER_RETRY;
  }

  private forgive(): void {
    if (performance.now() - this.failedAt >= MINUTE_MS) this.fifths = this.most;
  }

  private get most(): number {
    return this.reserve * CALLS_PER_RETRY;
  }
}
