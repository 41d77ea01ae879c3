import type { LookUpPool, Priority } from './lookup-pool.js';
import type { UpstreamDeadline } from './attempts/upstream-deadline.js';
import { TooManyLookUpsError, UpstreamTimeoutError } from './upstream.errors.js';

/** Look-ups of estimates that may wait at once, in the whole process: some tens of megabytes. */
const MAX_WAITING = 50_000;

interface Waiting {
  readonly start: () => Promise<void>;
  readonly reject: (error: Error) => void;
}

/** The look-ups of one reading, which wait for their turn in the pool of the process. */
export class LookUpQueue {
  private waiting: Waiting[] = [];
  private started = 0;
  private running = 0;

  constructor(
    private readonly pool: LookUpPool,
    private readonly priority: Priority,
    private readonly reading: Pick<UpstreamDeadline, 'signal' | 'isExpired' | 'limits'>,
  ) {
    reading.signal.addEventListener('abort', () => this.abandon());
  }

  /**
   * Makes a look-up when its turn comes. Throws a TooManyLookUpsError where too many wait already, or where an estimate has spent its
   * deadline more on waiting for the turn than on the look-up.
   */
  run<Result>(lookUp: () => Promise<Result>): Promise<Result> {
    if (this.priority === 'estimate' && this.pool.waiting >= MAX_WAITING) {
      return Promise.reject(new TooManyLookUpsError('too many reports are being looked up'));
    }
    const queuedAt = performance.now();
    return new Promise((resolve, reject) => {
      const start = async (): Promise<void> => {
        const startedAt = performance.now();
        const fail = (error: Error): void => reject(this.hasWaited(queuedAt, startedAt) ? this.notAsked() : error);
        return lookUp().then(resolve, fail);
      };
      this.waiting.push({ start, reject });
      this.pool.waiting += 1;
      this.pool.enter(this.priority, this);
    });
  }

  /** Starts the look-up that has waited longest. Nothing where none waits. */
  next(): Promise<void> | undefined {
    const next = this.waiting[this.started];
    if (!next) return undefined;
    this.started += 1;
    this.running += 1;
    this.pool.waiting -= 1;
    return next.start().finally(() => (this.running -= 1));
  }

  /** Makes none of the look-ups that still wait, and settles none of them. */
  clear(): void {
    this.pool.leave(this);
    this.pool.waiting -= this.waiting.length - this.started;
    this.waiting = [];
    this.started = 0;
  }

  /** The reading has ended. A period's look-ups wait for each other alone, so those under way say why it failed. */
  private abandon(): void {
    const abandoned = this.waiting.slice(this.started);
    this.clear();
    if (this.priority === 'period' && this.running > 0) return;
    for (const { reject } of abandoned) reject(this.notAsked());
  }

  /** Whether an estimate has spent its deadline on waiting: that says nothing about the upstream. */
  private hasWaited(queuedAt: number, startedAt: number): boolean {
    const waitedLonger = startedAt - queuedAt > performance.now() - startedAt;
    return this.priority === 'estimate' && this.reading.isExpired && waitedLonger;
  }

  private notAsked(): Error {
    const message = `reports waited for their turn to be looked up until the deadline of ${this.reading.limits.deadlineMs} ms`;
    return this.priority === 'period' ? new UpstreamTimeoutError(message) : new TooManyLookUpsError(message);
  }
}
