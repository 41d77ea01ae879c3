import { isCombiningMark, isLetter, isLetterOrNumber, isVowel, isWordPunctuation } from './characters.js';

/** What characters.ts knows of a character, as bits: the form in which the fast path asks it for each one. */
export const LETTER = 1;
export const NUMBER = 2;
export const WORD_PUNCTUATION = 4;
export const MARK = 8;
export const OTHER = 16;
export const VOWEL = 32;

/**
 * The kind of each code point, 0 while unknown. A process sees few scripts: all kinds at once would take it a tenth of a
 * second, and pages of the table that no text touches take no memory.
 */
const kinds = new Uint8Array(0x11_0000);

/** The kind of a code point. An unpaired surrogate is one too: {@link OTHER}. */
export const kindOf = (point: number): number => {
  if (kinds[point] === 0) kinds[point] = readKind(String.fromCodePoint(point));
  return kinds[point] as number;
};

const readKind = (character: string): number => {
  if (isVowel(character)) return LETTER | VOWEL;
  if (isLetter(character)) return LETTER;
  if (isLetterOrNumber(character)) return NUMBER;
  if (isWordPunctuation(character)) return WORD_PUNCTUATION;
  return isCombiningMark(character) ? MARK : OTHER;
};
