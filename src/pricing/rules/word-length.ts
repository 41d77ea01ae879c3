import { type Credits, sum, times, toDecimal } from '../credits.js';
import type { ChargePart, PricingRule, Span, UnitCharge } from '../pricing-rule.js';
import { AMOUNT, amountOf, LENGTH, type RuleKind } from '../rule-kind.js';
import { endsStep, type Steps } from '../steps.js';
import { unitsOfCredits } from '../fast/units.js';
import type { Word } from '../words.js';

/** Words of up to `maxLength` characters, or of any length where it is absent. */
export interface LengthBand {
  readonly maxLength?: number;
  readonly rate: Credits;
}

/**
 * Charges each word by its length in code points. Throws a RangeError unless the bands ascend and the last one, and only that,
 * is open: every word then has exactly one.
 */
export const wordLength = ({ bands }: { bands: readonly LengthBand[] }): PricingRule => {
  const ranges = rangesOf(bands);
  return {
    code: 'word_length',
    label: 'Words by length',
    description: `each word of ${ranges.map(({ name, rate }) => `${name} characters +${toDecimal(rate)}`).join(', of ')}`,
    *charge({ words }) {
      if (words.length === 0) return undefined;
      const parts = (yield* bandsOf(words, ranges)).map(({ part }) => part);
      return { quantity: words.length, unit: 'word', parts, credits: sum(parts.map((part) => part.credits)) };
    },
    spans: ({ words }) => spansOf(words),
    *placedParts({ words }) {
      const parts: ChargePart[] = [];
      for (const { part, words: inBand } of yield* bandsOf(words, ranges)) {
        parts.push({ ...part, spans: yield* spansOf(inBand) });
      }
      return parts;
    },
    fast: {
      scale: Math.max(...ranges.map(({ rate }) => rate.scale)),
      at: (scale) => unitChargeOf(ranges, scale),
    },
  };
};

/** The bands that have words: the charge on them, and the words. */
function* bandsOf(
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

function* spansOf(words: readonly Word[]): Steps<Span[]> {
  const spans: Span[] = [];
  for (const [index, { start, length }] of words.entries()) {
    if (endsStep(index)) yield;
    spans.push([start, start + length]);
  }
  return spans;
}

/** A band with both its ends. */
interface Range {
  readonly name: string;
  readonly shortest: number;
  readonly longest: number;
  readonly rate: Credits;
}

/** A band with its words: every word has one, since the last band is open. */
interface Band {
  readonly range: Range;
  readonly words: Word[];
}

const rangesOf = (bands: readonly LengthBand[]): Range[] => {
  if (bands.length === 0) throw new RangeError('word_length needs a band at least');
  return bands.map(({ maxLength: longest = Infinity, rate }, index) => {
    const shortest = (bands[index - 1]?.maxLength ?? 0) + 1;
    const isLast = index === bands.length - 1;
    if (shortest > longest || isLast !== (longest === Infinity)) {
      throw new RangeError('the bands of word_length must ascend, and the last one, and only that, must be open');
    }
    const upTo = shortest === longest ? String(shortest) : `${shortest}-${longest}`;
    return { shortest, longest, rate, name: isLast ? `${shortest} or more` : upTo };
  });
};

/** Longer words than these are rare enough to look for their band. */
const LONGEST_LOOKED_UP = 63;

const unitChargeOf = (ranges: readonly Range[], scale: number): UnitCharge => {
  const units = ranges.map(({ rate }) => unitsOfCredits(rate, scale));
  const unitsOfLength = (length: number): number =>
    units[ranges.findIndex(({ longest }) => length <= longest)] as number;
  const lookedUp = Float64Array.from({ length: LONGEST_LOOKED_UP + 1 }, (_, length) => unitsOfLength(length));
  return (_text, { words: { count, lengths } }) => {
    let charge = 0;
    for (let word = 0; word < count; word++) {
      const length = lengths[word] as number;
      charge += length <= LONGEST_LOOKED_UP ? (lookedUp[length] as number) : unitsOfLength(length);
    }
    return charge;
  };
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
        rate: amountOf(rate),
      })),
    }),
};
