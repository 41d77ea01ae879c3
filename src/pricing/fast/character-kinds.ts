/*
 * Speed trick: the questions of characters.ts, answered once per code point and kept as bits.
 * Replaces: `isLetter`, `isLetterOrNumber`, … called for every character of every text.
 * Gain: 18 us against 400 us for 110 texts with Cyrillic vowels. Bench row 5 has ASCII only, where
 * only the palindrome rule asks.
 * Drop it: once a regular expression with \p{…} costs no more than a table look-up.
 * Held by text-pricer.properties.spec.ts.
 */
import { isCombiningMark, isLetter, isLetterOrNumber, isVowel, isWordPunctuation } from '../characters.js';

/**
 * Bits of a character's kind. Every character has exactly one of the first five; a vowel is also a
 * letter.
 */
export const LETTER = 1;
export const NUMBER = 2;
export const WORD_PUNCTUATION = 4;
export const MARK = 8;
export const OTHER = 16;
export const VOWEL = 32;

/**
 * The kind of each code point, 0 while unknown. Filled on demand: filling it at start would take
 * 0.1 s, and the pages of scripts that never occur take no memory.
 */
const kinds = new Uint8Array(0x11_0000);

/** The kind of a code point, as a set of bits. An unpaired surrogate is {@link OTHER}. */
export const kindOf = (point: number): number => {
  if (kinds[point] === 0) kinds[point] = findKind(String.fromCodePoint(point));
  return kinds[point] as number;
};

const findKind = (character: string): number => {
  if (isVowel(character)) return LETTER | VOWEL;
  if (isLetter(character)) return LETTER;
  if (isLetterOrNumber(character)) return NUMBER;
  if (isWordPunctuation(character)) return WORD_PUNCTUATION;
  return isCombiningMark(character) ? MARK : OTHER;
};
