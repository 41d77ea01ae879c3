import { describe, expect, it } from '@jest/globals';
import type { Message } from '../../period/message.js';
import { MessagesReader } from './messages-reader.js';

class Collected {
  readonly messages: Message[] = [];

  collect(messages: readonly Message[]): void {
    this.messages.push(...messages);
  }
}

/** A body whose messages name this many different reports, and the first of them twice. */
const bodyNaming = (reports: number): Uint8Array => {
  const messages = Array.from({ length: reports + 1 }, (_, id) => ({
    id,
    text: '',
    timestamp: '2026-03-02T08:19:01Z',
    report_id: id % reports,
  }));
  return new TextEncoder().encode(JSON.stringify({ messages }));
};

describe('MessagesReader', () => {
  const read = (body: Uint8Array): Message[] | undefined => {
    const reader = new MessagesReader(() => new Collected());
    reader.readChunk(body);
    reader.end();
    return reader.collector?.messages;
  };

  it('accepts messages that name up to 10,000 different reports', () => {
    expect(read(bodyNaming(10_000))).toHaveLength(10_001);
    expect(() => read(bodyNaming(10_001))).toThrow('messages name more than 10000 different reports');
  });

  it('counts only the reports of the last list', () => {
    const [first, second] = [bodyNaming(6000), bodyNaming(6000)].map((body) => new TextDecoder().decode(body));
    expect(read(new TextEncoder().encode(`${first?.slice(0, -1)},${second?.slice(1)}`))).toHaveLength(6001);
  });
});
