import { isCombiningMark, isLetter, isLetterOrNumber, isVowel, isWordPunctuation } from './characters.js';

/** What characters.ts knows of a character, as bits: the form in which the fast path asks it for each one. */
export const LETTER = 1;
export const NUMBER = 2;
export const WORD_PUNCTUATION = 4;
export const MARK = 8;
export const OTHER = 16;
export const VOWEL = 32;

/** The kind of one character, a code point. */
export const kindOf = (character: string): number => {
  if (isVowel(character)) return LETTER | VOWEL;
  if (isLetter(character)) return LETTER;
  if (isLetterOrNumber(character)) return NUMBER;
  if (isWordPunctuation(character)) return WORD_PUNCTUATION;
  return isCombiningMark(character) ? MARK : OTHER;
};

/** 0 where nobody asked yet: a process sees few scripts, and asking for all 65,536 at once would cost it milliseconds. */
const kinds = new Uint8Array(0x1_0000);

/** The kind of a character that is one code unit. Half of a surrogate pair has the kind of an unpaired surrogate. */
export const kindOfUnit = (unit: number): number => {
  if (kinds[unit] === 0) kinds[unit] = kindOf(String.fromCharCode(unit));
  return kinds[unit] as number;
};
