import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { credits, isLess, sum, times } from './credits.js';
import { priceText } from './price.js';
import { STANDARD } from './rate-cards/standard.js';

const holdsFor = <T>(texts: fc.Arbitrary<T>, law: (text: T) => void): void =>
  fc.assert(fc.property(texts, law), { numRuns: 500, seed: 20_240_429 });

const WORDS = "lease|Lease|the |rent|landlord |tenant's |tenant\u2019s |sub-let|caf\u00E9|cafe\u0301 ".split('|');
const LETTERS = 'aeiouAEIOUbxyZ\u00E9\u00DC\u00DF\u0434\u05D0\u4E2D\u0130\u0131\u212A\u017F\u00AA\u{10400}\u{10428}';
const OTHERS =
  '01279\u0663\u00B2\u2167 \t\n\0.,?!_()"-\'\u2018\u2019\u2013\u0301\u0323\u0903\u20E3\uFE0F\u200D\u{1F600}\u2764\u{1F1EB}';
const LONE_SURROGATES = ['\uD83D', '\uDE00', '\uD801', '\uDC00'];

const oneOf = (characters: string, others: string[] = []) => fc.constantFrom(...Array.from(characters), ...others);

/** Texts of all lengths up to some 150 characters, of what upstream sends and of what it might. */
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...WORDS, ' ', ' ', '?'), maxLength: 25, size: 'max' }),
  fc.string({ unit: oneOf(LETTERS + OTHERS, LONE_SURROGATES), maxLength: 150, size: 'max' }),
  fc.string({ unit: oneOf('aAb- '), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 150, size: 'max' }),
);

/** Letters and digits with a single partner in the other case, mirrored with other punctuation on either side. */
const anyPalindrome = fc
  .tuple(
    fc.array(
      fc.record({
        kept: oneOf('abeioutxz1279\u00E9\u0434\u05D0\u{10428}'),
        before: fc.constantFrom('', '', ' ', ', ', "'", '\u2764\uFE0F', '\uD83D ', '_'),
        after: fc.constantFrom('', '', ' ', '-', '\u2019', '\u{1F600}', '\u0301', '\n'),
      }),
      { minLength: 1, maxLength: 60, size: 'max' },
    ),
    fc.boolean(),
  )
  .map(([half, pivot]) => {
    const left = half.map(({ kept, before }) => before + kept);
    const right = half.map(({ kept, after }) => kept.toUpperCase() + after).toReversed();
    return [...left, ...(pivot ? right.slice(1) : right)].join('');
  });

describe('the price of any text', () => {
  it('is the sum of its lines', () => {
    holdsFor(anyText, (text) => {
      const { lines, total } = priceText(STANDARD, text);
      expect(total).toEqual(sum(lines.map((line) => line.credits)));
    });
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

  it('charges in the parts of a line the places of the line, each once', () => {
    holdsFor(anyText, (text) => {
      for (const { parts, spans } of priceText(STANDARD, text, { withSpans: true }).lines) {
        const placed = parts?.flatMap((part) => part.spans ?? []).toSorted(([a], [b]) => a - b);
        expect(placed ?? spans).toEqual(spans);
        expect(parts?.map((part) => part.spans?.length)).toEqual(parts?.map(({ quantity }) => quantity));
      }
    });
  });

  it('is for a palindrome twice what it would be without that rule', () => {
    const undoubled = { ...STANDARD, rules: STANDARD.rules.filter(({ code }) => code !== 'palindrome') };

    holdsFor(anyPalindrome, (text) => {
      expect(priceText(STANDARD, text).total).toEqual(times(priceText(undoubled, text).total, 2));
    });
  });
});
