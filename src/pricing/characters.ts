/*
 * What the price rules ask about one character, that is, one Unicode code point. An unpaired
 * surrogate is none of these. ASCII, which is nearly all text, is answered without a regular
 * expression.
 */

const LAST_ASCII = '\u007f';
const LETTER = /^\p{L}$/u;
const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
const COMBINING_MARK = /^\p{M}$/u;
/**
 * Exactly these ten. An accented vowel is not one of them, nor is a letter that only case-folds to
 * one.
 */
const VOWELS = new Set('aeiouAEIOU');
/** Word processors turn `'` into a typographic apostrophe, so those join a word too. */
const WORD_PUNCTUATION = new Set(["'", '-', '\u2019', '\u2018']);

const isAsciiLetter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');

const isAsciiDigit = (character: string): boolean => character >= '0' && character <= '9';

/** Whether this is a letter: Unicode category L. */
export const isLetter = (character: string): boolean =>
  character > LAST_ASCII ? LETTER.test(character) : isAsciiLetter(character);

/**
 * Whether this is a letter or a number: Unicode category L or N, which includes `½`, `²` and `Ⅷ`.
 */
export const isLetterOrNumber = (character: string): boolean =>
  character > LAST_ASCII ? LETTER_OR_NUMBER.test(character) : isAsciiLetter(character) || isAsciiDigit(character);

/** Whether this is one of `a e i o u A E I O U`. */
export const isVowel = (character: string): boolean => VOWELS.has(character);

/** Whether this is a combining mark: Unicode category M. */
export const isCombiningMark = (character: string): boolean => character > LAST_ASCII && COMBINING_MARK.test(character);

/**
 * Whether this is a hyphen (U+002D) or an apostrophe (U+0027, U+2018, U+2019), which may be part of
 * a word.
 */
export const isWordPunctuation = (character: string): boolean => WORD_PUNCTUATION.has(character);
