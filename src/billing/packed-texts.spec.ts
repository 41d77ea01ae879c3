import { describe, expect, it } from '@jest/globals';
import type { Message } from '../period/message.js';
import { PricedMessages } from '../period/priced-messages.js';
import { TimeSlice } from '../time/time-slice.js';
import { LargeTexts } from './large-texts.js';
import { PackedTexts, unpackTexts } from './packed-texts.js';

const PRICER = { scale: 2, priceInUnits: (text: string) => text.length };
const SMALL = ['Who pays for the roof?', 'half a pair: \ud800', ''];
const LARGE = [...SMALL, ...Array.from({ length: 50 }, (_, index) => `${index} `.repeat(40_000)), 'the last'];

const messagesOf = (texts: readonly string[]): Message[] =>
  texts.map((text, id) => ({ id, text, timestamp: '2026-03-02T08:19:01Z' }));

/** Passes the texts on as a read does, one batch each. */
const read = async (messages: PricedMessages, texts: readonly string[]): Promise<void> => {
  for (const message of messagesOf(texts)) {
    messages.collect([message]);
    await messages.drain(new TimeSlice());
  }
};

const keep = async (texts: readonly string[]): Promise<readonly string[] | undefined> => {
  const kept = new LargeTexts();
  kept.keep();
  const messages = new PricedMessages(PRICER, (table) => kept.collectorsFor(table));
  await read(messages, texts);
  const pieces = await kept.of(messages.table);
  return pieces?.flatMap(({ packed }) => unpackTexts(packed));
};

describe('the texts of a period that its table drops', () => {
  it('are kept in their order, letter for letter', async () => expect(await keep(LARGE)).toEqual(LARGE));

  it('are not kept of a small period, whose table has them', async () => expect(await keep(SMALL)).toBeUndefined());

  it('are not kept where nobody has asked for them', () => {
    const messages = new PricedMessages(PRICER);
    expect(new LargeTexts().collectorsFor(messages.table)).toEqual([]);
  });

  it('are given up beyond a number of bytes, and the read goes on', async () => {
    const collectors: PackedTexts[] = [];
    const messages = new PricedMessages(PRICER, (table) => {
      collectors.push(new PackedTexts(table, () => undefined, 100));
      return collectors;
    });
    await read(messages, LARGE);
    expect(messages.table.length).toBe(LARGE.length);
    expect(await collectors[0]?.all()).toBeUndefined();
  });
});
