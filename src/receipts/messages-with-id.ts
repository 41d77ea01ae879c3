import type { Message, MessageCollector } from '../period/message.js';

/** Of the messages that pass, those that have an id: more than one where upstream repeats it. */
export class MessagesWithId implements MessageCollector {
  readonly messages: Message[] = [];

  constructor(private readonly id: number) {}

  restart(): void {
    this.messages.length = 0;
  }

  add(messages: readonly Message[]): void {
    for (const message of messages) if (message.id === this.id) this.messages.push(message);
  }
}
