import { describe, expect, it } from '@jest/globals';
import { STANDARD, createTextPricer } from '../pricing/index.js';
import { PricedMessages } from './priced-messages.js';
import type { Message } from './message.js';
import type { MessageTable } from './message-table.js';

const messagesOf = (...texts: string[]): Message[] =>
  texts.map((text, id) => ({ id, text, timestamp: '2026-03-02T08:19:01Z', ...(id % 2 === 1 && { reportId: 7 }) }));

const tableOf = (messages: readonly Message[]): MessageTable => {
  const priced = new PricedMessages(createTextPricer(STANDARD));
  priced.collect(messages);
  return priced.table;
};

const blocksOf = (messages: readonly Message[]): readonly Message[][] =>
  Array.from(tableOf(messages).withTexts() ?? [], (block) =>
    Array.from(block, ({ id, text, timestamp, reportId }) => ({
      id,
      text,
      timestamp,
      ...(reportId !== undefined && { reportId }),
    })),
  );

describe('MessageTable.withTexts', () => {
  it.each<{ what: string; texts: string[]; blocks: number[] }>`
    what                 | texts                                                              | blocks
    ${'no message'}      | ${[]}                                                              | ${[]}
    ${'some'}            | ${['a', '', 'lease']}                                              | ${[3]}
    ${'many short ones'} | ${Array.from({ length: 2_500 }, () => 'a')}                        | ${[1024, 1024, 452]}
    ${'some long ones'}  | ${['a', 'b'.repeat(70_000), 'c'.repeat(70_000), 'd', '\u{1F600}']} | ${[2, 1, 2]}
  `('yields the messages in small batches: $what', ({ texts, blocks }) => {
    const messages = messagesOf(...texts);
    const given = blocksOf(messages);

    expect(given.flat()).toEqual(messages);
    expect(given.map(({ length }) => length)).toEqual(blocks);
  });

  it('is undefined once there is too much text', () => {
    expect(tableOf(messagesOf('a'.repeat(5 * 2 ** 20))).withTexts()).toBeUndefined();
  });
});
