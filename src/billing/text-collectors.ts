import type { TimeSlice } from '../time/time-slice.js';
import type { Message, MessageCollector } from '../period/message.js';

/** Collectors that one reading serves: each takes time and memory of its own. */
const MAX_COLLECTORS = 64;

/**
 * Hands the messages of one reading to everyone who waits for their texts. One that throws fails alone, and only in the end: what it
 * threw is for the caller it collects for.
 */
export class TextCollectors implements MessageCollector {
  private readonly collectors: MessageCollector[] = [];
  private readonly failures = new Map<MessageCollector, unknown>();
  private undelivered: (readonly Message[])[] = [];

  get isFull(): boolean {
    return this.collectors.length >= MAX_COLLECTORS;
  }

  /** Before the first messages have arrived: a collector gets all of them. */
  join(collector: MessageCollector): void {
    this.collectors.push(collector);
  }

  restart(): void {
    this.undelivered = [];
    this.failures.clear();
    for (const collector of this.collectors) collector.restart();
  }

  /** Keeps the messages until they are {@link deliver}ed. */
  add(messages: readonly Message[]): void {
    this.undelivered.push(messages);
  }

  /** Hands over what has been added, and gives way between the collectors. */
  async deliver(timeSlice: TimeSlice): Promise<void> {
    const delivered = this.undelivered;
    this.undelivered = [];
    for (const messages of delivered) {
      for (const collector of this.collectors) {
        this.handOver(messages, collector);
        await timeSlice.yieldIfSpent();
      }
    }
  }

  /** Throws what the collector has thrown. */
  check(collector: MessageCollector): void {
    if (this.failures.has(collector)) throw this.failures.get(collector);
  }

  private handOver(messages: readonly Message[], collector: MessageCollector): void {
    if (this.failures.has(collector)) return;
    try {
      collector.add(messages);
    } catch (error) {
      this.failures.set(collector, error);
    }
  }
}
