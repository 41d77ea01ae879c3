import { sum, times, toDecimal } from '../credits.js';
import { toUnits } from '../fast/units.js';
import type { ChargePart, PricingRule, Span } from '../pricing-rule.js';
import type { RuleKind } from '../rule-kind.js';
import {
  bandsOf,
  type CardBand,
  type LengthBand,
  type LengthRange,
  parseBands,
  toLengthRanges,
} from './length-bands.js';

/**
 * Charges each character (code point) by its place in the message: graduated bands, so that a long
 * message pays the first rates for its beginning. Throws a ParameterError unless the bands ascend
 * and only the last one is open.
 */
export const tieredCharacters = ({ bands }: { bands: readonly LengthBand[] }): PricingRule => {
  const tiers = toLengthRanges('tiered_characters', bands);
  const divide = (length: number): { readonly part: ChargePart; readonly span: Span }[] =>
    tiers.flatMap((tier) => {
      const quantity = countIn(tier, length);
      if (quantity === 0) return [];
      const { name, rate, shortest } = tier;
      const part = { label: `Characters ${name}`, quantity, rate, credits: times(rate, quantity) };
      return [{ part, span: [shortest - 1, shortest - 1 + quantity] }];
    });
  return {
    code: 'tiered_characters',
    label: 'Characters by tier',
    description: `+${tiers.map(({ rate, name }) => `${toDecimal(rate)} for each of characters ${name}`).join(', +')}`,
    charge: ({ characters: { length: quantity } }) => {
      if (quantity === 0) return undefined;
      const parts = divide(quantity).map(({ part }) => part);
      return { quantity, unit: 'character', parts, credits: sum(parts.map((part) => part.credits)) };
    },
    findSpans: ({ characters: { length } }) => [[0, length]],
    findParts: ({ characters: { length } }) => divide(length).map(({ part, span }) => ({ ...part, spans: [span] })),
    fast: {
      scale: Math.max(...tiers.map(({ rate }) => rate.scale)),
      createCharge: (scale) => {
        const units = tiers.map(({ rate }) => toUnits(rate, scale));
        return (_text, { characters }) =>
          tiers.reduce((charge, tier, index) => charge + countIn(tier, characters) * (units[index] as number), 0);
      },
    },
  };
};

/** How many characters of a message of `length` characters fall into a tier. */
const countIn = ({ shortest, longest }: LengthRange, length: number): number =>
  Math.max(0, Math.min(length, longest) - shortest + 1);

export const TIERED_CHARACTERS: RuleKind<{ bands: readonly CardBand<'credits_per_character'>[] }> = {
  code: 'tiered_characters',
  description: 'Charges each character by its place: the first ones at one rate, those that follow at the next.',
  parameters: {
    bands: bandsOf('credits_per_character', {
      bands: 'By ascending place; the last band has no `up_to_characters` and takes the rest of the message',
      upTo: 'The last place that has the rate of this band',
      amount: 'Credits for each character of this band',
    }),
  },
  create: ({ bands }) => tieredCharacters({ bands: parseBands(bands, 'credits_per_character') }),
};
