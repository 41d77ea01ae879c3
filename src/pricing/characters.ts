/**
 * What the price rules know of one character. A character is a Unicode code point; an unpaired surrogate is none of these.
 * Nearly all text is ASCII, which needs no regular expression.
 */

const LAST_ASCII = '\u007f';
const LETTER = /^\p{L}$/u;
const LETTER_OR_NUMBER = /^[\p{L}\p{N}]$/u;
const COMBINING_MARK = /^\p{M}$/u;
/** Exactly these ten: an accented vowel, or a letter that only folds to one, is none. */
const VOWELS = new Set('aeiouAEIOU');
/** The typographic apostrophes are what word processors make of `'`, so they join a word just as it does. */
const WORD_PUNCTUATION = new Set(["'", '-', '\u2019', '\u2018']);

const isAsciiLetter = (character: string): boolean =>
  (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');

const isAsciiDigit = (character: string): boolean => character >= '0' && character <= '9';

export const isLetter = (character: string): boolean =>
  character > LAST_ASCII ? LETTER.test(character) : isAsciiLetter(character);

/** Numbers are those of Unicode's category N: `½`, `²` and `Ⅷ` too, and not the digits alone. */
export const isLetterOrNumber = (character: string): boolean =>
  character > LAST_ASCII ? LETTER_OR_NUMBER.test(character) : isAsciiLetter(character) || isAsciiDigit(character);

export const isVowel = (character: string): boolean => VOWELS.has(character);

export const isCombiningMark = (character: string): boolean => character > LAST_ASCII && COMBINING_MARK.test(character);

export const isWordPunctuation = (character: string): boolean => WORD_PUNCTUATION.has(character);
