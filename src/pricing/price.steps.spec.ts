import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { anyRateCard } from '../../test/support/any-rate-card.js';
import { anyPricedText } from '../../test/support/priced-texts.js';
import { type Price, priceText, priceTextInSteps } from './price.js';
import { type RateCard, createRateCard } from './rate-card.js';
import { STANDARD } from './rate-cards/standard.js';
import { ELEMENTS_PER_STEP } from './steps.js';

/** The price, and the number of pauses before it. */
const inSteps = (card: RateCard, text: string, withSpans: boolean): { price: Price; pauses: number } => {
  const steps = priceTextInSteps(card, text, { withSpans });
  for (let pauses = 0; ; pauses += 1) {
    const step = steps.next();
    if (step.done === true) return { price: step.value, pauses };
  }
};

const cardOf = (...codes: string[]): RateCard => ({
  id: 'made-up',
  rules: STANDARD.rules.filter(({ code }) => codes.includes(code)),
});

/** Six times as many words as one step handles, of five letters each and all different. */
const DIFFERENT_WORDS = Array.from({ length: 6 * ELEMENTS_PER_STEP }, (_, number) =>
  `${String(number).padStart(5, '0')} `.replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit))),
).join('');

const LONG_WORDS = ['b', 'c', 'd'].map((end) => 'a'.repeat(ELEMENTS_PER_STEP) + end).join(' ');

describe('the price of a text in steps', () => {
  it('is the price without pauses, for any text by any card', () => {
    fc.assert(
      fc.property(anyRateCard, anyPricedText, fc.boolean(), (document, text, withSpans) => {
        const card = createRateCard(document);
        expect(inSteps(card, text, withSpans).price).toEqual(priceText(card, text, { withSpans }));
      }),
      { numRuns: 500, seed: 20_240_429 },
    );
  });

  it.each([
    ['one word', 'a'.repeat(20 * ELEMENTS_PER_STEP)],
    ['different words', DIFFERENT_WORDS],
    ['emoji', '\u{1F600}'.repeat(5 * ELEMENTS_PER_STEP)],
    ['marks', `e${'\u0301'.repeat(5 * ELEMENTS_PER_STEP)}`],
  ])('is the price without pauses, for a long text: %s', (_name, text) => {
    expect(inSteps(STANDARD, text, true).price).toEqual(priceText(STANDARD, text, { withSpans: true }));
  });

  /**
   * Reading the text takes two loops over its characters: one finds the characters, one the words.
   */
  it.each<{ rule: string; text: string; loops: string; pauses: number; withSpans: number }>`
    rule                   | text                                   | loops                                            | pauses         | withSpans
    ${'base_cost'}         | ${'a'.repeat(20 * ELEMENTS_PER_STEP)}  | ${'over nothing'}                                | ${20 + 20}     | ${40}
    ${'character_count'}   | ${'a'.repeat(20 * ELEMENTS_PER_STEP)}  | ${'over nothing'}                                | ${20 + 20}     | ${40}
    ${'third_vowels'}      | ${'a'.repeat(20 * ELEMENTS_PER_STEP)}  | ${'over the characters'}                         | ${40 + 20}     | ${60 + 20}
    ${'word_length'}       | ${'a '.repeat(10 * ELEMENTS_PER_STEP)} | ${'over the words'}                              | ${40 + 10}     | ${50 + 30}
    ${'unique_word_bonus'} | ${DIFFERENT_WORDS}                     | ${'over the words'}                              | ${72 + 6}      | ${72 + 6}
    ${'unique_word_bonus'} | ${LONG_WORDS}                          | ${'over the words, pausing at each'}             | ${6 + 3}       | ${6 + 3}
    ${'palindrome'}        | ${'a '.repeat(10 * ELEMENTS_PER_STEP)} | ${'over the characters, and half of those kept'} | ${40 + 20 + 5} | ${40 + 20 + 5}
    ${'palindrome'}        | ${'\u0130'.repeat(ELEMENTS_PER_STEP)}  | ${'over the characters of the lower case'}       | ${2 + 2 + 0}   | ${2 + 2 + 0}
  `('pauses in each loop of $rule, $loops', ({ rule, text, pauses, withSpans }) => {
    const card = cardOf(rule);

    expect([false, true].map((spans) => inSteps(card, text, spans).pauses)).toEqual([pauses, withSpans]);
  });

  it('pauses so often that no step takes more than a few thousand characters', () => {
    const text = 'x '.repeat(2 ** 19);
    const { pauses } = inSteps(STANDARD, text, true);

    expect(text.length / pauses).toBeLessThan(ELEMENTS_PER_STEP);
  });
});
