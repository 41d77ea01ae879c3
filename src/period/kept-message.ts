import type { PricedMessages } from './priced-messages.js';
import type { StringColumn } from './string-column.js';
import type { Message } from './message.js';

/** A message as upstream sent it, out of the columns of its period: what is not asked for is not read. */
export class KeptMessage implements Message {
  constructor(
    private readonly messages: PricedMessages,
    private readonly texts: StringColumn,
    private readonly row: number,
  ) {}

  get id(): number {
    return this.messages.id(this.row);
  }

  get text(): string {
    return this.texts.at(this.row);
  }

  get timestamp(): string {
    return this.messages.timestamp(this.row);
  }

  get reportId(): number | undefined {
    return this.messages.reportIds[this.messages.reportPlace(this.row)];
  }
}
