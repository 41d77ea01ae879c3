import type { LookUpPool, Priority } from './lookup-pool.js';
import type { UpstreamDeadline } from './attempts/upstream-deadline.js';
import { TooManyLookUpsError, UpstreamTimeoutError } from './upstream.errors.js';

/**
 * Waiting look-ups of the whole process from which on those of estimates are refused: some tens of
 * megabytes.
 */
const MAX_WAITING = 50_000;

interface QueuedLookUp {
  readonly start: () => Promise<void>;
  readonly reject: (error: Error) => void;
}

/** The report look-ups of one read, which wait for capacity in the pool of the process. */
export class LookUpQueue {
  private queued: QueuedLookUp[] = [];
  /** How many of `queued` have been started. */
  private started = 0;
  private running = 0;

  constructor(
    private readonly pool: LookUpPool,
    private readonly priority: Priority,
    private readonly deadline: Pick<UpstreamDeadline, 'signal' | 'isExpired' | 'limits'>,
  ) {
    deadline.signal.addEventListener('abort', () => this.abandon());
  }

  /**
   * Queues a look-up, and returns its result. For an estimate it throws a TooManyLookUpsError if
   * {@link MAX_WAITING} look-ups are waiting already, or if the deadline passes after more time in
   * the queue than in the look-up.
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
      this.queued.push({ start, reject });
      this.pool.waiting += 1;
      this.pool.enter(this.priority, this);
    });
  }

  /** Starts the look-up that has waited longest; undefined if none is waiting. */
  startOldest(): Promise<void> | undefined {
    const oldest = this.queued[this.started];
    if (!oldest) return undefined;
    this.started += 1;
    this.running += 1;
    this.pool.waiting -= 1;
    return oldest.start().finally(() => (this.running -= 1));
  }

  /** Drops the look-ups that have not started. Their promises stay pending for good. */
  clear(): void {
    this.pool.leave(this);
    this.pool.waiting -= this.queued.length - this.started;
    this.queued = [];
    this.started = 0;
  }

  /**
   * Called when the read ends. Rejects the look-ups that have not started, except those of a period
   * with others in flight: the ones in flight fail too, and their errors tell more.
   */
  private abandon(): void {
    const abandoned = this.queued.slice(this.started);
    this.clear();
    if (this.priority === 'period' && this.running > 0) return;
    for (const { reject } of abandoned) reject(this.notAsked());
  }

  /**
   * Whether an estimate missed its deadline mostly by waiting in the queue, which says nothing
   * about the upstream.
   */
  private hasWaited(queuedAt: number, startedAt: number): boolean {
    const waitedLonger = startedAt - queuedAt > performance.now() - startedAt;
    return this.priority === 'estimate' && this.deadline.isExpired && waitedLonger;
  }

  private notAsked(): Error {
    const message = `reports waited for their turn to be looked up until the deadline of ${this.deadline.limits.deadlineMs} ms`;
    return this.priority === 'period' ? new UpstreamTimeoutError(message) : new TooManyLookUpsError(message);
  }
}
