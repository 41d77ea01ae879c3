import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { anyFullRateCard } from '../../test/support/any-rate-card.js';
import { anyPalindrome, anyText } from '../../test/support/priced-texts.js';
import { credits, isLess, sum, times } from './credits.js';
import { priceText } from './price.js';
import { createRateCard } from './rate-card.js';
import { RULE_KINDS } from './rule-kinds.js';
import { STANDARD } from './rate-cards/standard.js';

const holdsFor = <T>(texts: fc.Arbitrary<T>, law: (text: T) => void): void =>
  fc.assert(fc.property(texts, law), { numRuns: 500, seed: 20_240_429 });

describe('the price of any text', () => {
  it('is the sum of its lines', () => {
    holdsFor(anyText, (text) => {
      const { lines, total } = priceText(STANDARD, text);
      expect(total).toEqual(sum(lines.map((line) => line.credits)));
    });
  });

  it('is the sum of its lines by any card of all rules in any order', () => {
    fc.assert(
      fc.property(anyFullRateCard, anyText, (document, text) => {
        const { lines, total } = priceText(createRateCard(document), text);
        expect(document.rules.map(({ rule }) => rule).toSorted()).toEqual(
          RULE_KINDS.map(({ code }) => code).toSorted(),
        );
        expect(total).toEqual(sum(lines.map((line) => line.credits)));
      }),
      { numRuns: 500, seed: 20_240_429 },
    );
  });

  it('is never below 1.00', () => {
    holdsFor(anyText, (text) => {
      expect(isLess(priceText(STANDARD, text).total, credits('1.00'))).toBe(false);
    });
  });

  it('is a multiple of 0.05, and so is every line', () => {
    holdsFor(anyText, (text) => {
      const { lines, total } = priceText(STANDARD, text);
      const remainders = [total, ...lines.map((line) => line.credits)].map(({ units, scale }) => [units % 5n, scale]);
      expect(remainders).toEqual(remainders.map(() => [0n, 2]));
    });
  });

  it('splits the spans of a line among its parts, each span once', () => {
    holdsFor(anyText, (text) => {
      for (const { parts, spans } of priceText(STANDARD, text, { withSpans: true }).lines) {
        const placed = parts?.flatMap((part) => part.spans ?? []).toSorted(([a], [b]) => a - b);
        expect(placed ?? spans).toEqual(spans);
        expect(parts?.map((part) => part.spans?.length)).toEqual(parts?.map(({ quantity }) => quantity));
      }
    });
  });

  it('of a palindrome is twice what it would be without that rule', () => {
    const undoubled = { ...STANDARD, rules: STANDARD.rules.filter(({ code }) => code !== 'palindrome') };

    holdsFor(anyPalindrome, (text) => {
      expect(priceText(STANDARD, text).total).toEqual(times(priceText(undoubled, text).total, 2));
    });
  });
});
