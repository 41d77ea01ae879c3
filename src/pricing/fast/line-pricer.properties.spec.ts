import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyFullRateCard, anyRateCard } from '../../../test/support/any-rate-card.js';
import { anyPricedText } from '../../../test/support/priced-texts.js';
import { priceText } from '../price.js';
import { createRateCard, type RateCard } from '../rate-card.js';
import { BUNDLED_RATE_CARDS } from '../rate-cards/bundled.js';
import { STANDARD } from '../rate-cards/standard.js';
import { findVectors } from '../vectors.js';
import { createLinePricer } from './line-pricer.js';

const RUNS = { numRuns: 1_000, seed: 20_240_429 };
const CARDS = BUNDLED_RATE_CARDS.map((document) => ({ id: document.id, card: createRateCard(document) }));

const linesOf = (card: RateCard, texts: readonly string[]) => texts.map(createLinePricer(card));
const clearLines = (card: RateCard, texts: readonly string[]) => texts.map((text) => priceText(card, text).lines);

describe('the lines of a line pricer', () => {
  it.each(CARDS)('equal those of priceText by the $id card, for any texts', ({ card }) => {
    fc.assert(
      fc.property(fc.array(anyPricedText, { maxLength: 4 }), (texts) => {
        expect(linesOf(card, texts)).toEqual(clearLines(card, texts));
      }),
      RUNS,
    );
  });

  it.each([
    ['any card', anyRateCard],
    ['any card of all rules in any order', anyFullRateCard],
  ])('equal those of priceText by %s, for any text', (_, anyCard) => {
    fc.assert(
      fc.property(anyCard.map(createRateCard), anyPricedText, (card, text) => {
        expect(linesOf(card, [text])).toEqual(clearLines(card, [text]));
      }),
      RUNS,
    );
  });

  it.each(CARDS)('equal those of priceText for every conformance vector of the $id card', ({ id, card }) => {
    const texts = findVectors(id).vectors.map(({ text }) => text);
    expect(linesOf(card, texts)).toEqual(clearLines(card, texts));
  });

  it('equal those of priceText where a rule charges 0 credits', () => {
    const card = createRateCard({
      id: 'free',
      title: 'Free',
      rules: [
        { rule: 'base_cost', credits: 0 },
        { rule: 'unique_word_bonus', credits: 1 },
        { rule: 'minimum_cost', credits: 0 },
        { rule: 'palindrome' },
      ],
    });
    const texts = ['', 'level', 'level level', 'no'];
    expect(linesOf(card, texts)).toEqual(clearLines(card, texts));
  });

  it('equal those of priceText for a long text', () => {
    const texts = ['a'.repeat(200_000), 'x '.repeat(100_000), '\u{1F600}'.repeat(50_000)];
    expect(linesOf(STANDARD, texts)).toEqual(clearLines(STANDARD, texts));
  });
});
