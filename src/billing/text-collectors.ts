import type { Message, MessageCollector } from '../period/message.js';
import type { TimeSlice } from '../time/time-slice.js';

/** Callers that can share one read: each of their collectors costs time and memory. */
const MAX_COLLECTORS = 64;

/** Passes the messages of one read to every caller that needs their texts. */
export class TextCollectors implements MessageCollector {
  private readonly subscriptions: Subscription<MessageCollector>[] = [];
  private pending: (readonly Message[])[] = [];

  /** `onBegin` is called before the first messages arrive: from then on no caller can join. */
  constructor(private readonly onBegin: () => void) {}

  get isFull(): boolean {
    return this.subscriptions.length >= MAX_COLLECTORS;
  }

  /**
   * Adds a caller, which must join before the first messages arrive. Returns a function to call
   * after the read has ended: it returns the caller's collector, or throws what that threw, which
   * affects no other caller.
   */
  join<Collector extends MessageCollector>(newCollector: () => Collector): () => Collector {
    const subscription = new Subscription(newCollector);
    this.subscriptions.push(subscription);
    return () => subscription.result();
  }

  /**
   * Starts over with new collectors. If a body has two lists of messages, only the second counts.
   */
  begin(): void {
    this.onBegin();
    this.pending = [];
    for (const subscription of this.subscriptions) subscription.begin();
  }

  /** Keeps the messages until they are drained. */
  collect(messages: readonly Message[]): void {
    this.pending.push(messages);
  }

  async drain(timeSlice: TimeSlice): Promise<void> {
    const { pending } = this;
    this.pending = [];
    for (const messages of pending) {
      for (const subscription of this.subscriptions) {
        subscription.collect(messages);
        await timeSlice.yieldIfSpent();
      }
    }
  }
}

/** One caller's collector, or what it threw. */
class Subscription<Collector extends MessageCollector> {
  private collector: Collector | undefined;
  private failure: { readonly error: unknown } | undefined;

  constructor(private readonly newCollector: () => Collector) {}

  begin(): void {
    this.failure = undefined;
    this.attempt(() => (this.collector = this.newCollector()));
  }

  collect(messages: readonly Message[]): void {
    if (!this.failure) this.attempt(() => this.collector?.collect(messages));
  }

  result(): Collector {
    if (this.failure) throw this.failure.error;
    if (!this.collector) throw new Error('no read has begun');
    return this.collector;
  }

  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.failure = { error };
    }
  }
}
