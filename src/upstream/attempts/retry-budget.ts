const MINUTE_MS = 60_000;
/** Deposits that pay for one retry: retries may add a fifth to the load of calls. */
const DEPOSITS_PER_RETRY = 5;

/**
 * Bounds the retries that burden an upstream in trouble: one for five calls. After a minute without
 * a failure the budget is back at `reserve` retries, for services that make few calls. A read that
 * began with a retry in the budget may retry each of its calls once, however many fail: calls of
 * one moment may all fail by one cause. That can overdraw the budget, and then no other retry is
 * made until calls have paid it back or a minute without a failure has passed.
 */
export class RetryBudget {
  /** In deposits. Negative while the budget is overdrawn. */
  private balance: number;
  /** Whether the budget had a retry when the read began. */
  private readonly isCovered = new WeakMap<object, boolean>();
  private failedAt = -Infinity;

  constructor(private readonly reserve: number) {
    this.balance = this.capacity;
  }

  /**
   * Counts the first attempt of a call. The first call of a read decides whether each of its calls
   * may be retried once.
   */
  deposit(read?: object): void {
    this.refillAfterQuietMinute();
    if (read && !this.isCovered.has(read)) this.isCovered.set(read, this.hasRetry);
    this.balance = Math.min(this.balance + 1, this.capacity);
  }

  /**
   * Returns whether a call that has failed may be retried, and if so takes the retry from the
   * budget.
   */
  withdraw(read?: object, isFirstRetry = false): boolean {
    this.refillAfterQuietMinute();
    this.failedAt = performance.now();
    const isCovered = isFirstRetry && read !== undefined && this.isCovered.get(read) === true;
    if (!isCovered && !this.hasRetry) return false;
    this.balance -= DEPOSITS_PER_RETRY;
    return true;
  }

  private get hasRetry(): boolean {
    return this.balance >= DEPOSITS_PER_RETRY;
  }

  private get capacity(): number {
    return this.reserve * DEPOSITS_PER_RETRY;
  }

  private refillAfterQuietMinute(): void {
    if (performance.now() - this.failedAt >= MINUTE_MS) this.balance = this.capacity;
  }
}
