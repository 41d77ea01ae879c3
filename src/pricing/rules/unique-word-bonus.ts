import { type Credits, minus, toDecimal, ZERO } from '../credits.js';
import { areDistinct } from '../distinct-words.js';
import type { PricingRule } from '../pricing-rule.js';
import { AMOUNT, amountOf, type RuleKind } from '../rule-kind.js';
import { unitsOfCredits } from '../units.js';

/** Takes `bonus` off a message that never repeats a word. Case is significant; a message without words earns nothing. */
export const uniqueWordBonus = ({ bonus }: { bonus: Credits }): PricingRule => ({
  code: 'unique_word_bonus',
  label: 'Every word is different',
  description: `-${toDecimal(bonus)} if every word is different (case-sensitive)`,
  charge: ({ words }) => {
    const distinct = new Set(words.map(({ text }) => text));
    return words.length > 0 && distinct.size === words.length ? { credits: minus(ZERO, bonus) } : undefined;
  },
  fast: {
    scale: bonus.scale,
    at: (scale) => {
      const units = unitsOfCredits(bonus, scale);
      return (text, { words }) => (words.count > 0 && areDistinct(text, words) ? -units : 0);
    },
  },
});

export const UNIQUE_WORD_BONUS: RuleKind<{ credits: number }> = {
  code: 'unique_word_bonus',
  parameters: { credits: AMOUNT },
  create: (card) => uniqueWordBonus({ bonus: amountOf(card.credits) }),
};
