import { isLetterOrNumber } from '../characters.js';
import { isPalindromeFast } from '../fast/is-palindrome.js';
import type { PricingRule } from '../pricing-rule.js';
import type { RuleKind } from '../rule-kind.js';
import { endsStep, type Steps } from '../steps.js';

/**
 * Doubles the total so far of a message that reads the same backwards: charges the subtotal once
 * more.
 */
export const palindrome = (): PricingRule => ({
  code: 'palindrome',
  label: 'Palindrome',
  description:
    'the total so far doubles if the whole message, lower-cased and stripped of everything but letters and numbers, reads the same backwards',
  *charge({ text }, subtotal) {
    return (yield* isPalindrome(text)) ? { credits: subtotal } : undefined;
  },
  fast: {
    scale: 0,
    describe: () => ({}),
    createCharge: () => (text, measure, unitsSoFar) => (isPalindromeFast(text, measure) ? unitsSoFar : 0),
  },
});

/**
 * Whether the text, lower-cased and stripped of everything but letters and numbers, reads the same
 * backwards. False if nothing is left. Lower-cases first, since that may make new characters to
 * strip: İ becomes i and a combining dot.
 */
function* isPalindrome(text: string): Steps<boolean> {
  const kept: string[] = [];
  let index = 0;
  for (const character of text.toLowerCase()) {
    if (endsStep(index)) yield;
    if (isLetterOrNumber(character)) kept.push(character);
    index += 1;
  }
  for (let left = 0, right = kept.length - 1; left < right; left++, right--) {
    if (endsStep(left)) yield;
    if (kept[left] !== kept[right]) return false;
  }
  return kept.length > 0;
}

export const PALINDROME: RuleKind = {
  code: 'palindrome',
  description: 'Doubles the total so far of a message that reads the same backwards, by its letters and numbers alone.',
  parameters: {},
  create: palindrome,
};
