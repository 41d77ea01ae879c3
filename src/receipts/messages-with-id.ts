import type { Message, MessageCollector } from '../period/message.js';

/** Collects the messages with an id: more than one if upstream repeats it. */
export class MessagesWithId implements MessageCollector {
  readonly messages: Message[] = [];

  constructor(private readonly id: number) {}

  collect(messages: readonly Message[]): void {
    for (const message of messages) if (message.id === this.id) this.messages.push(message);
  }
}
