/** What the price rules know of one character. A character is a Unicode code point; an unpaired surrogate is none of these. */

const LETTER = /^\p{L}$/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{Nd}]$/u;
const COMBINING_MARK = /^\p{M}$/u;
/** The typographic apostrophes are what word processors make of `'`, so they join a word just as it does. */
const WORD_PUNCTUATION = new Set(["'", '-', '\u2019', '\u2018']);

export const isLetter = (character: string): boolean => LETTER.test(character);

export const isLetterOrDigit = (character: string): boolean => LETTER_OR_DIGIT.test(character);

export const isCombiningMark = (character: string): boolean => COMBINING_MARK.test(character);

export const isWordPunctuation = (character: string): boolean => WORD_PUNCTUATION.has(character);
