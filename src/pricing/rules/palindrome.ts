import { NUMBER, kindOfUnit, LETTER } from '../character-kinds.js';
import { isLetterOrNumber } from '../characters.js';
import type { PricingRule } from '../pricing-rule.js';
import type { RuleKind } from '../rule-kind.js';
import type { TextMeasure } from '../text-measure.js';

/** Doubles the total so far of a message that reads the same backwards. */
export const palindrome = (): PricingRule => ({
  code: 'palindrome',
  label: 'Palindrome',
  description:
    'the total so far doubles if the whole message, lower-cased and stripped of everything but letters and numbers, reads the same backwards',
  charge: ({ text }, subtotal) => (isPalindrome(text) ? { credits: subtotal } : undefined),
  fast: { scale: 0, at: () => (text, measure, unitsSoFar) => (isPalindromeFast(text, measure) ? unitsSoFar : 0) },
});

/** Lower-cased first: that may make new characters (İ becomes i and a dot), which are then stripped. Nothing left is no palindrome. */
const isPalindrome = (text: string): boolean => {
  const kept = Array.from(text.toLowerCase()).filter(isLetterOrNumber);
  return kept.length > 0 && kept.every((character, place) => character === kept[kept.length - 1 - place]);
};

/** The bit in which the two cases of an ASCII letter differ. It is set in every digit. */
const ASCII_CASE = 0x20;

const KEPT = LETTER | NUMBER;

const isKept = (unit: number): boolean => (kindOfUnit(unit) & KEPT) !== 0;

/**
 * {@link isPalindrome} by two cursors that meet, for texts without surrogate pairs: there code units are characters, and lower
 * case makes no pair.
 */
const isPalindromeFast = (text: string, { isAscii, characters }: Readonly<TextMeasure>): boolean => {
  if (characters !== text.length) return isPalindrome(text);
  const folding = isAscii ? ASCII_CASE : 0;
  const folded = isAscii ? text : text.toLowerCase();
  let left = 0;
  let right = folded.length - 1;
  let hasKept = false;
  for (;;) {
    while (left <= right && !isKept(folded.charCodeAt(left))) left++;
    while (left <= right && !isKept(folded.charCodeAt(right))) right--;
    if (left > right) return hasKept;
    if ((folded.charCodeAt(left) | folding) !== (folded.charCodeAt(right) | folding)) return false;
    hasKept = true;
    left++;
    right--;
  }
};

export const PALINDROME: RuleKind = { code: 'palindrome', parameters: {}, create: palindrome };
