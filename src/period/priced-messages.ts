import type { TimeSlice } from '../time/time-slice.js';
import type { Message, MessageCollector } from './message.js';
import type { MessagePricer } from './message-pricer.js';
import { MessageTable } from './message-table.js';

/**
 * Fills a {@link MessageTable} with the messages of a read, and prices each text as it arrives.
 * Texts of messages with a report are priced too: whether the report exists is known later, when
 * the text may be gone.
 */
export class PricedMessages implements MessageCollector {
  readonly table: MessageTable;
  private collectors: readonly MessageCollector[];

  /** `collectorsFor` returns what collects the same messages, for callers that need their texts. */
  constructor(
    private readonly pricer: MessagePricer,
    collectorsFor: (table: MessageTable) => readonly MessageCollector[] = () => [],
  ) {
    this.table = new MessageTable(pricer.scale);
    this.collectors = collectorsFor(this.table);
  }

  collect(messages: readonly Message[]): void {
    for (const message of messages)
      this.table.append(message, this.pricer.priceInUnits(message.text, message.timestamp));
    for (const collector of this.collectors) collector.collect(messages);
  }

  /** Lets go of the collectors, once all messages have arrived. */
  end(): void {
    this.collectors = [];
  }

  async drain(timeSlice: TimeSlice): Promise<void> {
    for (const collector of this.collectors) await collector.drain?.(timeSlice);
  }
}
