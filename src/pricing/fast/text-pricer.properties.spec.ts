import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';

import { anyRateCard } from '../../../test/support/any-rate-card.js';
import { anyPricedText } from '../../../test/support/priced-texts.js';
import { type Credits, creditsOfUnits } from '../credits.js';
import { priceText } from '../price.js';
import { type RateCard, rateCardOf } from '../rate-card.js';
import { BUNDLED_RATE_CARDS } from '../rate-cards/bundled.js';
import { STANDARD } from '../rate-cards/standard.js';
import { textPricerOf } from './text-pricer.js';
import { vectorsOf } from '../vectors.js';

const RUNS = { numRuns: 1_000, seed: 20_240_429 };
const CARDS = BUNDLED_RATE_CARDS.map((document) => ({ id: document.id, card: rateCardOf(document) }));

const totalAlone = (card: RateCard, text: string): Credits => {
  const { scale, unitsOf } = textPricerOf(card);
  return creditsOfUnits(unitsOf(text), scale);
};

const clearTotal = (card: RateCard, text: string): Credits => priceText(card, text).total;

describe('the total alone', () => {
  it.each(CARDS)('is that of the price by the $id card, for any text', ({ card }) => {
    fc.assert(
      fc.property(anyPricedText, (text) => {
        expect(totalAlone(card, text)).toEqual(clearTotal(card, text));
      }),
      RUNS,
    );
  });

  it('is that of the price by any card, for any text', () => {
    fc.assert(
      fc.property(anyRateCard, anyPricedText, (document, text) => {
        const card = rateCardOf(document);
        expect(totalAlone(card, text)).toEqual(clearTotal(card, text));
      }),
      RUNS,
    );
  });

  it.each(CARDS)('is that of every conformance vector of the $id card', ({ id, card }) => {
    const texts = vectorsOf(id).vectors.map(({ text }) => text);
    expect(texts.map((text) => totalAlone(card, text))).toEqual(texts.map((text) => clearTotal(card, text)));
  });

  it('does not depend on the texts before', () => {
    const texts = fc.array(anyPricedText, { minLength: 2, maxLength: 5 });

    fc.assert(
      fc.property(texts, (several) => {
        const pricers = CARDS.map(({ card }) => textPricerOf(card));
        const pricedBy = () => several.map((text) => pricers.map(({ unitsOf }) => unitsOf(text)));
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
  ])('is that of the price of a long text: %s', (_name, text) => {
    expect(CARDS.map(({ card }) => totalAlone(card, text))).toEqual(CARDS.map(({ card }) => clearTotal(card, text)));
  });

  const DIFFERENT = Array.from({ length: 20_000 }, (_, number) =>
    String(number).replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit))),
  );

  it.each([500, 511, 512, 513, 600, 8_000, 20_000])(
    'is that of the price of %d different words, and of one again',
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
    const { unitsOf } = textPricerOf(STANDARD);
    const made = [jest.spyOn(String.prototype, 'slice'), jest.spyOn(Array, 'from')];

    unitsOf(text);

    expect(made.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
    jest.restoreAllMocks();
  });

  it('is that of the price at both ends of what counts as short', () => {
    const texts = [16_383, 16_384, 16_385].flatMap((length) => [
      'a '.repeat(length).slice(0, length),
      'a'.repeat(length),
    ]);

    expect(texts.map((text) => totalAlone(STANDARD, text))).toEqual(texts.map((text) => clearTotal(STANDARD, text)));
  });
});
