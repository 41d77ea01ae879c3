import { sum, times, toDecimal } from '../credits.js';
import { countByBand, createWordLengthCharge } from '../fast/word-length-charge.js';
import type { ChargePart, PricingRule, Span } from '../pricing-rule.js';
import type { RuleKind } from '../rule-kind.js';
import { endsStep, type Steps } from '../steps.js';
import type { Word } from '../words.js';
import {
  bandsOf,
  type CardBand,
  type LengthBand,
  type LengthRange,
  parseBands,
  toLengthRanges,
} from './length-bands.js';

/**
 * Charges each word by its length in code points. Throws a ParameterError unless the bands ascend
 * and only the last one is open, so that every word has exactly one band.
 */
export const wordLength = ({ bands }: { bands: readonly LengthBand[] }): PricingRule => {
  const ranges = toLengthRanges('word_length', bands);
  return {
    code: 'word_length',
    label: 'Words by length',
    description: `each word of ${ranges.map(({ name, rate }) => `${name} characters +${toDecimal(rate)}`).join(', of ')}`,
    *charge({ words }) {
      if (words.length === 0) return undefined;
      const parts = (yield* groupByBand(words, ranges)).map(({ part }) => part);
      return { quantity: words.length, unit: 'word', parts, credits: sum(parts.map((part) => part.credits)) };
    },
    findSpans: ({ words }) => toSpans(words),
    *findParts({ words }) {
      const parts: ChargePart[] = [];
      for (const { part, words: inBand } of yield* groupByBand(words, ranges)) {
        parts.push({ ...part, spans: yield* toSpans(inBand) });
      }
      return parts;
    },
    fast: {
      scale: Math.max(...ranges.map(({ rate }) => rate.scale)),
      createCharge: (scale) => createWordLengthCharge(ranges, scale),
      ...(ranges.every(({ rate }) => rate.units > 0n) && {
        describe: ({ words }) => ({
          quantity: words.count,
          unit: 'word',
          parts: countByBand(words, ranges).flatMap(([range, quantity]) => toParts(range, quantity)),
        }),
      }),
    },
  };
};

/** The bands that have words, each with its words and the charge on them. */
function* groupByBand(
  words: readonly Word[],
  ranges: readonly LengthRange[],
): Steps<{ readonly part: ChargePart; readonly words: readonly Word[] }[]> {
  const bands = ranges.map((range): Band => ({ range, words: [] }));
  for (const [index, word] of words.entries()) {
    if (endsStep(index)) yield;
    const band = bands.find(({ range }) => word.length <= range.longest) as Band;
    band.words.push(word);
  }
  return bands.flatMap(({ range, words }) => toParts(range, words.length).map((part) => ({ part, words })));
}

/** The part of a charge that a band makes; none for no words. */
const toParts = ({ name, rate }: LengthRange, quantity: number): ChargePart[] =>
  quantity === 0 ? [] : [{ label: `Words of ${name} characters`, quantity, rate, credits: times(rate, quantity) }];

function* toSpans(words: readonly Word[]): Steps<Span[]> {
  const spans: Span[] = [];
  for (const [index, { start, length }] of words.entries()) {
    if (endsStep(index)) yield;
    spans.push([start, start + length]);
  }
  return spans;
}

/** A band and the words of a message that fall into it. */
interface Band {
  readonly range: LengthRange;
  readonly words: Word[];
}

export const WORD_LENGTH: RuleKind<{ bands: readonly CardBand<'credits_per_word'>[] }> = {
  code: 'word_length',
  description: 'Charges each word by its length.',
  parameters: {
    bands: bandsOf('credits_per_word', {
      bands: 'By ascending length; the last band has no `up_to_characters` and takes all longer words',
      upTo: 'The longest word of this band',
      amount: 'Credits for each word of this band',
    }),
  },
  create: ({ bands }) => wordLength({ bands: parseBands(bands, 'credits_per_word') }),
};
