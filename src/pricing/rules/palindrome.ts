import { kindOf, LETTER, NUMBER } from '../character-kinds.js';
import { isLetterOrNumber } from '../characters.js';
import type { PricingRule } from '../pricing-rule.js';
import type { RuleKind } from '../rule-kind.js';
import { endsStep, type Steps } from '../steps.js';
import type { TextMeasure } from '../fast/text-measure.js';

/** Doubles the total so far of a message that reads the same backwards. */
export const palindrome = (): PricingRule => ({
  code: 'palindrome',
  label: 'Palindrome',
  description:
    'the total so far doubles if the whole message, lower-cased and stripped of everything but letters and numbers, reads the same backwards',
  *charge({ text }, subtotal) {
    return (yield* isPalindrome(text)) ? { credits: subtotal } : undefined;
  },
  fast: { scale: 0, at: () => (text, measure, unitsSoFar) => (isPalindromeFast(text, measure) ? unitsSoFar : 0) },
});

/** Lower-cased first: that may make new characters (İ becomes i and a dot), which are then stripped. Nothing left is no palindrome. */
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

/** The bit in which the two cases of an ASCII letter differ. It is set in every digit. */
const ASCII_CASE = 0x20;

const KEPT = LETTER | NUMBER;
const LAST_OF_ONE_UNIT = 0xffff;

/** {@link isPalindrome} by two cursors that meet. ASCII is folded where it is compared, all else lower-cased before. */
const isPalindromeFast = (text: string, { isAscii }: Readonly<TextMeasure>): boolean => {
  const folding = isAscii ? ASCII_CASE : 0;
  const folded = isAscii ? text : text.toLowerCase();
  let left = 0;
  let right = folded.length;
  let hasKept = false;
  while (left < right) {
    const first = folded.codePointAt(left) as number;
    const last = codePointBefore(folded, right);
    if (!isKept(first)) {
      left += unitsOf(first);
    } else if (!isKept(last)) {
      right -= unitsOf(last);
    } else {
      if ((first | folding) !== (last | folding)) return false;
      hasKept = true;
      left += unitsOf(first);
      right -= unitsOf(last);
    }
  }
  return hasKept;
};

const isKept = (point: number): boolean => (kindOf(point) & KEPT) !== 0;

const unitsOf = (point: number): number => (point > LAST_OF_ONE_UNIT ? 2 : 1);

/** The code point that ends at `end`, an offset in code units. */
const codePointBefore = (text: string, end: number): number => {
  const point = text.codePointAt(end - 2) ?? 0;
  return point > LAST_OF_ONE_UNIT ? point : text.charCodeAt(end - 1);
};

export const PALINDROME: RuleKind = { code: 'palindrome', parameters: {}, create: palindrome };
