import { type Credits, minus, toDecimal, ZERO } from '../credits.js';
import { areDistinct } from '../fast/distinct-words.js';
import { toUnits } from '../fast/units.js';
import type { PricingRule } from '../pricing-rule.js';
import { amountOf, parseAmount, type RuleKind } from '../rule-kind.js';
import { endsStep, ELEMENTS_PER_STEP, type Steps } from '../steps.js';
import type { Word } from '../words.js';

/**
 * Takes `bonus` off a message that never repeats a word. Case is significant; a message without
 * words earns nothing.
 */
export const uniqueWordBonus = ({ bonus }: { bonus: Credits }): PricingRule => ({
  code: 'unique_word_bonus',
  label: 'Every word is different',
  description: `-${toDecimal(bonus)} if every word is different (case-sensitive)`,
  *charge({ words }) {
    return words.length > 0 && (yield* areAllDifferent(words)) ? { credits: minus(ZERO, bonus) } : undefined;
  },
  fast: {
    scale: bonus.scale,
    ...(bonus.units > 0n && { describe: () => ({}) }),
    createCharge: (scale) => {
      const units = toUnits(bonus, scale);
      return (text, { words }) => (words.count > 0 && areDistinct(text, words) ? -units : 0);
    },
  },
});

/**
 * Also pauses at each long word: V8 hashes those by their length alone, so it compares all of the
 * same length.
 */
function* areAllDifferent(words: readonly Word[]): Steps<boolean> {
  const seen = new Set<string>();
  for (const [index, { text }] of words.entries()) {
    if (endsStep(index) || text.length > ELEMENTS_PER_STEP) yield;
    if (seen.has(text)) return false;
    seen.add(text);
  }
  return true;
}

export const UNIQUE_WORD_BONUS: RuleKind<{ credits: number }> = {
  code: 'unique_word_bonus',
  description: 'Takes a bonus off if every word is different (case-sensitive).',
  parameters: { credits: amountOf('Credits taken off') },
  create: (card) => uniqueWordBonus({ bonus: parseAmount(card.credits) }),
};
