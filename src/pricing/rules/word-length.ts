import { type Credits, sum, times, toDecimal } from '../credits.js';
import { createWordLengthCharge } from '../fast/word-length-charge.js';
import type { ChargePart, PricingRule, Span } from '../pricing-rule.js';
import { AMOUNT, parseAmount, LENGTH, type RuleKind } from '../rule-kind.js';
import { endsStep, type Steps } from '../steps.js';
import type { Word } from '../words.js';

/** Words of up to `maxLength` characters, or of any length if it is absent. */
export interface LengthBand {
  readonly maxLength?: number;
  readonly rate: Credits;
}

/**
 * Charges each word by its length in code points. Throws a RangeError unless the bands ascend and
 * only the last one is open, so that every word has exactly one band.
 */
export const wordLength = ({ bands }: { bands: readonly LengthBand[] }): PricingRule => {
  const ranges = parseBands(bands);
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
    },
  };
};

/** The bands that have words, each with its words and the charge on them. */
function* groupByBand(
  words: readonly Word[],
  ranges: readonly Range[],
): Steps<{ readonly part: ChargePart; readonly words: readonly Word[] }[]> {
  const bands = ranges.map((range): Band => ({ range, words: [] }));
  for (const [index, word] of words.entries()) {
    if (endsStep(index)) yield;
    const band = bands.find(({ range }) => word.length <= range.longest) as Band;
    band.words.push(word);
  }
  return bands.flatMap(({ range: { name, rate }, words }) => {
    const quantity = words.length;
    if (quantity === 0) return [];
    const part = { label: `Words of ${name} characters`, quantity, rate, credits: times(rate, quantity) };
    return [{ part, words }];
  });
}

function* toSpans(words: readonly Word[]): Steps<Span[]> {
  const spans: Span[] = [];
  for (const [index, { start, length }] of words.entries()) {
    if (endsStep(index)) yield;
    spans.push([start, start + length]);
  }
  return spans;
}

/** A band with its shortest and longest word, in code points. */
interface Range {
  readonly name: string;
  readonly shortest: number;
  readonly longest: number;
  readonly rate: Credits;
}

/** A band and the words of a message that fall into it. */
interface Band {
  readonly range: Range;
  readonly words: Word[];
}

const parseBands = (bands: readonly LengthBand[]): Range[] => {
  if (bands.length === 0) throw new RangeError('word_length needs at least one band');
  return bands.map(({ maxLength: longest = Infinity, rate }, index) => {
    const shortest = (bands[index - 1]?.maxLength ?? 0) + 1;
    const isLast = index === bands.length - 1;
    if (shortest > longest || isLast !== (longest === Infinity)) {
      throw new RangeError('the bands of word_length must ascend, and only the last one must be open');
    }
    const upTo = shortest === longest ? String(shortest) : `${shortest}-${longest}`;
    return { shortest, longest, rate, name: isLast ? `${shortest} or more` : upTo };
  });
};

export const WORD_LENGTH: RuleKind<{ bands: readonly { up_to_characters?: number; credits_per_word: number }[] }> = {
  code: 'word_length',
  parameters: {
    bands: {
      description: 'By ascending length; the last band has no `up_to_characters` and takes all longer words',
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        properties: { up_to_characters: LENGTH, credits_per_word: AMOUNT },
        required: ['credits_per_word'],
        additionalProperties: false,
      },
    },
  },
  create: ({ bands }) =>
    wordLength({
      bands: bands.map(({ up_to_characters: maxLength, credits_per_word: rate }) => ({
        ...(maxLength !== undefined && { maxLength }),
        rate: parseAmount(rate),
      })),
    }),
};
