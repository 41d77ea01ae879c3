import type { TextPricer } from '../pricing/index.js';
import type { TimeSlice } from '../time/time-slice.js';
import type { Message, MessageCollector } from './message.js';
import { MessageTable } from './message-table.js';

/**
 * Fills a {@link MessageTable} with the messages of a read, and prices each text as it arrives.
 * Texts of messages with a report are priced too: whether the report exists is known later, when
 * the text may be gone.
 */
export class PricedMessages implements MessageCollector {
  readonly table: MessageTable;

  /** `texts` collects the same messages, for callers that need their texts. */
  constructor(
    private readonly pricer: TextPricer,
    private readonly texts?: MessageCollector,
  ) {
    this.table = new MessageTable(pricer.scale);
  }

  collect(messages: readonly Message[]): void {
    for (const message of messages) this.table.append(message, this.pricer.priceInUnits(message.text));
    this.texts?.collect(messages);
  }

  async drain(timeSlice: TimeSlice): Promise<void> {
    await this.texts?.drain?.(timeSlice);
  }
}
