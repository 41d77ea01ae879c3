import { type Credits, minus, times, toDecimal, ZERO } from '../credits.js';
import { toUnits } from '../fast/units.js';
import type { PricingRule } from '../pricing-rule.js';
import { amountOf, lengthOf, parseAmount, type RuleKind } from '../rule-kind.js';

interface FreeAllowance {
  /** Number of characters (code points) at the start of a message that are free. */
  readonly characters: number;
  /** What another rule of the card charges for each of them. */
  readonly rate: Credits;
}

/**
 * Takes `rate` off for each of the first `characters` characters (code points) of a message. The
 * rate is its own, and not that of another rule, so that its line reads by itself.
 */
export const freeAllowancePerMessage = ({ characters: allowance, rate }: FreeAllowance): PricingRule => {
  const discount = minus(ZERO, rate);
  const countFree = (length: number): number => Math.min(length, allowance);
  return {
    code: 'free_allowance_per_message',
    label: `First ${allowance} characters free`,
    description: `-${toDecimal(rate)} for each of the first ${allowance} characters`,
    charge: ({ characters }) => {
      const quantity = countFree(characters.length);
      return quantity > 0
        ? { quantity, unit: 'character', rate: discount, credits: times(discount, quantity) }
        : undefined;
    },
    findSpans: ({ characters }) => [[0, countFree(characters.length)]],
    fast: {
      scale: rate.scale,
      createCharge: (scale) => {
        const units = toUnits(discount, scale);
        return (_text, { characters }) => countFree(characters) * units;
      },
    },
  };
};

export const FREE_ALLOWANCE_PER_MESSAGE: RuleKind<{ characters: number; credits_per_character: number }> = {
  code: 'free_allowance_per_message',
  description: 'Takes off what the first characters of a message cost.',
  parameters: {
    characters: lengthOf('How much of each message is free'),
    credits_per_character: amountOf('Credits taken off for each free character: what the rule that charges it takes'),
  },
  create: (card) =>
    freeAllowancePerMessage({ characters: card.characters, rate: parseAmount(card.credits_per_character) }),
};
