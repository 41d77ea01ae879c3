import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  BUNDLED_RATE_CARDS,
  priceText,
  type RateCard,
  createRateCard,
  STANDARD,
  toPlainDecimal,
  findVectors,
} from '../../src/pricing/index.js';
import { anyCharacter } from '../support/any-character.js';
import { verify } from '../support/verifier.js';

interface Priced {
  readonly credits: number;
  readonly lines: readonly {
    readonly rule: string;
    readonly quantity?: number | undefined;
    readonly credits: number;
  }[];
}

const priced = (card: RateCard, text: string): Priced => {
  const { lines, total } = priceText(card, text);
  return {
    credits: Number(toPlainDecimal(total)),
    lines: lines.map(({ rule, quantity, credits }) => ({ rule, quantity, credits: Number(toPlainDecimal(credits)) })),
  };
};

/** A quotient of two integers is the double nearest to it, which is what the same decimal in JSON is read as. */
const verified = (text: string): Priced => {
  const { hundredths, lines } = verify(text);
  return {
    credits: hundredths / 100,
    lines: lines.map(({ hundredths, ...line }) => ({ ...line, credits: hundredths / 100 })),
  };
};

const LETTERS =
  'aeiouAEIOUbxyZ\u00E9\u00DC\u00DF\u03A3\u03C3\u0434\u05D0\u0639\u0915\u4E2D\uAC00\u0130\u0131\u1E9E\u212A\u017F\uFF21\u00AA\u{10400}\u{10428}';
const OTHERS =
  '0127\u0663\u00B2\u00BD\u2167 \t\r\n\0\u00A0\u00AD\u200C\u200D_.,?!"-\'\u2018\u2019\u2011\u2013\u0301\u0323\u093F\u20E3\uFE0F\u2764\u{1F600}';
const LONE_SURROGATES = ['\uD83D', '\uDE00', '\uD801', '\uDC00'];
const WORDS = ['lease', 'Lease', ' the ', ' tenant\u2019s ', "tenant's", ' landlord ', ' - '];

const piece = fc.constantFrom(...LETTERS, ...OTHERS, ...LONE_SURROGATES, ...WORDS);
const anyText = fc.string({ unit: piece, maxLength: 80, size: 'max' });
/** Mirrored in the other case: often a palindrome. */
const mirrored = anyText.map((half) => `${half}, ${Array.from(half.toUpperCase()).toReversed().join('')}`);

describe.each(BUNDLED_RATE_CARDS)('the rate card $id', (document) => {
  const card = createRateCard(document);
  const { vectors } = findVectors(document.id);

  it.each(vectors)('prices its conformance vector to the line: "$why"', ({ text, credits, lines }) => {
    expect(priced(card, text)).toEqual({ credits, lines });
  });

  it('has every rule act in some vector', () => {
    const acting = new Set(vectors.flatMap(({ lines }) => lines.map(({ rule }) => rule)));
    expect(acting).toEqual(new Set(card.rules.map(({ code }) => code)));
  });
});

describe('the verifier, written from the specification alone', () => {
  it.each(findVectors('standard').vectors)('agrees with the conformance vector: "$why"', ({ text, credits, lines }) => {
    expect(verified(text)).toEqual({ credits, lines });
  });

  it('agrees with the pricing on any text, line by line', () => {
    const texts = fc.oneof(
      { arbitrary: anyText, weight: 2 },
      { arbitrary: mirrored, weight: 1 },
      { arbitrary: fc.string({ unit: anyCharacter, maxLength: 120, size: 'max' }), weight: 1 },
    );

    fc.assert(
      fc.property(texts, (text) => {
        expect(priced(STANDARD, text)).toEqual(verified(text));
      }),
      { numRuns: 10_000, seed: 20_240_429 },
    );
  });
});
