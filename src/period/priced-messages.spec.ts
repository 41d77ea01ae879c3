import { describe, expect, it } from '@jest/globals';
import { STANDARD, textPricerOf } from '../pricing/index.js';
import { PricedMessages } from './priced-messages.js';
import type { Message } from './message.js';

const messagesOf = (...texts: string[]): Message[] =>
  texts.map((text, id) => ({ id, text, timestamp: '2026-03-02T08:19:01Z', ...(id % 2 === 1 && { reportId: 7 }) }));

const kept = (messages: readonly Message[]): PricedMessages => {
  const priced = new PricedMessages(textPricerOf(STANDARD));
  priced.add(messages);
  return priced;
};

const blocksOf = (messages: readonly Message[]): readonly Message[][] =>
  Array.from(kept(messages).withTexts() ?? [], (block) =>
    Array.from(block, ({ id, text, timestamp, reportId }) => ({
      id,
      text,
      timestamp,
      ...(reportId !== undefined && { reportId }),
    })),
  );

describe('the texts of a period that are kept', () => {
  it.each<{ what: string; texts: string[]; blocks: number[] }>`
    what                 | texts                                                              | blocks
    ${'no message'}      | ${[]}                                                              | ${[]}
    ${'some'}            | ${['a', '', 'lease']}                                              | ${[3]}
    ${'many short ones'} | ${Array.from({ length: 2_500 }, () => 'a')}                        | ${[1024, 1024, 452]}
    ${'some long ones'}  | ${['a', 'b'.repeat(70_000), 'c'.repeat(70_000), 'd', '\u{1F600}']} | ${[2, 1, 2]}
  `('are given back a few at a time: $what', ({ texts, blocks }) => {
    const messages = messagesOf(...texts);
    const given = blocksOf(messages);

    expect(given.flat()).toEqual(messages);
    expect(given.map(({ length }) => length)).toEqual(blocks);
  });

  it('are none where they are too much', () => {
    expect(kept(messagesOf('a'.repeat(5 * 2 ** 20))).withTexts()).toBeUndefined();
  });
});

describe('the reports that the messages of a period name', () => {
  const naming = (reports: number): Message[] =>
    Array.from({ length: reports + 1 }, (_, id) => ({
      id,
      text: '',
      timestamp: '2026-03-02T08:19:01Z',
      reportId: id % reports,
    }));

  it('are 10,000 different ones at most', () => {
    expect(kept(naming(10_000)).reportIds).toHaveLength(10_000);
    expect(() => kept(naming(10_001))).toThrow('messages name more than 10000 different reports');
  });
});
