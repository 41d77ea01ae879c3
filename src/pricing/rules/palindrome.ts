import { isLetterOrDigit } from '../characters.js';
import type { PricingRule } from '../pricing-rule.js';
import type { RuleKind } from '../rule-kind.js';

/** Doubles the total so far of a message that reads the same backwards. */
export const palindrome = (): PricingRule => ({
  code: 'palindrome',
  label: 'Palindrome',
  description:
    'the total so far doubles if the whole message, lower-cased and stripped of everything but letters and digits, reads the same backwards',
  charge: ({ text }, subtotal) => (isPalindrome(text) ? { credits: subtotal } : undefined),
});

/** Lower-cased first: that may make new characters (İ becomes i and a dot), which are then stripped. Nothing left is no palindrome. */
const isPalindrome = (text: string): boolean => {
  const kept = Array.from(text.toLowerCase()).filter(isLetterOrDigit);
  return kept.length > 0 && kept.every((character, place) => character === kept[kept.length - 1 - place]);
};

export const PALINDROME: RuleKind = { code: 'palindrome', parameters: {}, create: palindrome };
