import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';

import { anyFullRateCard, anyRateCard } from '../../../test/support/any-rate-card.js';
import { anyPricedText } from '../../../test/support/priced-texts.js';
import { type Credits, toCredits } from '../credits.js';
import { priceText } from '../price.js';
import { type RateCard, createRateCard } from '../rate-card.js';
import { BUNDLED_RATE_CARDS } from '../rate-cards/bundled.js';
import { STANDARD } from '../rate-cards/standard.js';
import { createTextPricer } from './text-pricer.js';
import { findVectors } from '../vectors.js';

const RUNS = { numRuns: 1_000, seed: 20_240_429 };
const CARDS = BUNDLED_RATE_CARDS.map((document) => ({ id: document.id, card: createRateCard(document) }));

const totalAlone = (card: RateCard, text: string): Credits => {
  const { scale, priceInUnits } = createTextPricer(card);
  return toCredits(priceInUnits(text), scale);
};

const clearTotal = (card: RateCard, text: string): Credits => priceText(card, text).total;

describe('the total of a text pricer', () => {
  it.each(CARDS)('equals the total of priceText by the $id card, for any text', ({ card }) => {
    fc.assert(
      fc.property(anyPricedText, (text) => {
        expect(totalAlone(card, text)).toEqual(clearTotal(card, text));
      }),
      RUNS,
    );
  });

  it('equals the total of priceText by any card, for any text', () => {
    fc.assert(
      fc.property(anyRateCard, anyPricedText, (document, text) => {
        const card = createRateCard(document);
        expect(totalAlone(card, text)).toEqual(clearTotal(card, text));
      }),
      RUNS,
    );
  });

  it('equals the total of priceText by any card of all rules in any order, for any text', () => {
    fc.assert(
      fc.property(anyFullRateCard, anyPricedText, (document, text) => {
        const card = createRateCard(document);
        expect(totalAlone(card, text)).toEqual(clearTotal(card, text));
      }),
      RUNS,
    );
  });

  it.each(CARDS)('equals the total of priceText for every conformance vector of the $id card', ({ id, card }) => {
    const texts = findVectors(id).vectors.map(({ text }) => text);
    expect(texts.map((text) => totalAlone(card, text))).toEqual(texts.map((text) => clearTotal(card, text)));
  });

  it('does not depend on the texts before', () => {
    const texts = fc.array(anyPricedText, { minLength: 2, maxLength: 5 });

    fc.assert(
      fc.property(texts, (several) => {
        const pricers = CARDS.map(({ card }) => createTextPricer(card));
        const pricedBy = () => several.map((text) => pricers.map(({ priceInUnits }) => priceInUnits(text)));
        expect(pricedBy()).toEqual(pricedBy());
      }),
      { ...RUNS, numRuns: 200 },
    );
  });

  it.each([
    ['one word', 'a'.repeat(200_000)],
    ['two words that differ in their last letter', `${'a'.repeat(100_000)} ${'a'.repeat(99_999)}b`],
    ['one long word twice', `${'ab'.repeat(50_000)} ${'ab'.repeat(50_000)}`],
    ['many short words', 'x '.repeat(100_000)],
    ['a palindrome with an accent in the middle', `${'ab '.repeat(30_000)}\u00E9${' ba'.repeat(30_000)}`],
    ['emoji', '\u{1F600}'.repeat(50_000)],
    ['a palindrome of astral letters', '\u{10414}\u{1F600}\u{1043C}'.repeat(20_001)],
    ['pairs and halves of pairs', 'a\uD83D\uD83D\uDE00\uDE00'.repeat(20_001)],
    ['marks on one letter', `e${'\u0301'.repeat(50_000)}`],
  ])('equals the total of priceText for a long text: %s', (_name, text) => {
    expect(CARDS.map(({ card }) => totalAlone(card, text))).toEqual(CARDS.map(({ card }) => clearTotal(card, text)));
  });

  const DIFFERENT = Array.from({ length: 20_000 }, (_, number) =>
    String(number).replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit))),
  );

  it.each([500, 511, 512, 513, 600, 8_000, 20_000])(
    'equals the total of priceText for %d different words, and for a repeated one',
    (count) => {
      const words = DIFFERENT.slice(0, count);

      const endings = ['', 'b', words.at(-1)];
      const texts = [' ', '\u00A0'].flatMap((separator) => endings.map((again) => [...words, again].join(separator)));

      expect(texts.map((text) => totalAlone(STANDARD, text))).toEqual(texts.map((text) => clearTotal(STANDARD, text)));
    },
  );

  it.each([
    ['different words', DIFFERENT.join('\u00A0')],
    ['a palindrome with emoji', '\u{1F600}a'.repeat(20_000)],
  ])('makes no string for each word or character of a long text: %s', (_name, text) => {
    const { priceInUnits } = createTextPricer(STANDARD);
    const made = [jest.spyOn(String.prototype, 'slice'), jest.spyOn(Array, 'from')];

    priceInUnits(text);

    expect(made.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    jest.restoreAllMocks();
  });

  it('equals the total of priceText on both sides of the limit for short texts', () => {
    const texts = [16_383, 16_384, 16_385].flatMap((length) => [
      'a '.repeat(length).slice(0, length),
      'a'.repeat(length),
    ]);

    expect(texts.map((text) => totalAlone(STANDARD, text))).toEqual(texts.map((text) => clearTotal(STANDARD, text)));
  });
});
