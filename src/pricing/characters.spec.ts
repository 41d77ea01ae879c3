import { describe, expect, it } from '@jest/globals';

import { isCombiningMark, isLetter, isLetterOrNumber, isWordPunctuation } from './characters.js';

const LETTER = { letter: true, letterOrNumber: true, mark: false, wordPunctuation: false };
const NUMBER = { letter: false, letterOrNumber: true, mark: false, wordPunctuation: false };
const MARK = { letter: false, letterOrNumber: false, mark: true, wordPunctuation: false };
const WORD_PUNCTUATION = { letter: false, letterOrNumber: false, mark: false, wordPunctuation: true };
const NONE = { letter: false, letterOrNumber: false, mark: false, wordPunctuation: false };

describe('a character', () => {
  it.each<{ name: string; character: string; kind: string; expected: typeof NONE }>`
    name                            | character      | kind                  | expected
    ${'a small letter'}             | ${'a'}         | ${'a letter'}         | ${LETTER}
    ${'a capital letter'}           | ${'Z'}         | ${'a letter'}         | ${LETTER}
    ${'an accented letter'}         | ${'\u00E9'}    | ${'a letter'}         | ${LETTER}
    ${'a Cyrillic letter'}          | ${'\u0434'}    | ${'a letter'}         | ${LETTER}
    ${'a Hebrew letter'}            | ${'\u05D0'}    | ${'a letter'}         | ${LETTER}
    ${'a Chinese character'}        | ${'\u4E2D'}    | ${'a letter'}         | ${LETTER}
    ${'a modifier letter'}          | ${'\u02B0'}    | ${'a letter'}         | ${LETTER}
    ${'an ordinal indicator'}       | ${'\u00AA'}    | ${'a letter'}         | ${LETTER}
    ${'a dotted capital I'}         | ${'\u0130'}    | ${'a letter'}         | ${LETTER}
    ${'a long s'}                   | ${'\u017F'}    | ${'a letter'}         | ${LETTER}
    ${'a Kelvin sign'}              | ${'\u212A'}    | ${'a letter'}         | ${LETTER}
    ${'a letter beyond the BMP'}    | ${'\u{10400}'} | ${'a letter'}         | ${LETTER}
    ${'a digit'}                    | ${'7'}         | ${'a number'}         | ${NUMBER}
    ${'an Arabic digit'}            | ${'\u0663'}    | ${'a number'}         | ${NUMBER}
    ${'a full-width digit'}         | ${'\uFF17'}    | ${'a number'}         | ${NUMBER}
    ${'a superscript two'}          | ${'\u00B2'}    | ${'a number'}         | ${NUMBER}
    ${'a vulgar fraction'}          | ${'\u00BD'}    | ${'a number'}         | ${NUMBER}
    ${'a Roman numeral sign'}       | ${'\u2167'}    | ${'a number'}         | ${NUMBER}
    ${'a number beyond the BMP'}    | ${'\u{10107}'} | ${'a number'}         | ${NUMBER}
    ${'an acute accent'}            | ${'\u0301'}    | ${'a mark'}           | ${MARK}
    ${'a spacing vowel sign'}       | ${'\u0903'}    | ${'a mark'}           | ${MARK}
    ${'an enclosing keycap'}        | ${'\u20E3'}    | ${'a mark'}           | ${MARK}
    ${'a variation selector'}       | ${'\uFE0F'}    | ${'a mark'}           | ${MARK}
    ${'an apostrophe'}              | ${"'"}         | ${'word punctuation'} | ${WORD_PUNCTUATION}
    ${'a hyphen'}                   | ${'-'}         | ${'word punctuation'} | ${WORD_PUNCTUATION}
    ${'a right single quote'}       | ${'\u2019'}    | ${'word punctuation'} | ${WORD_PUNCTUATION}
    ${'a left single quote'}        | ${'\u2018'}    | ${'word punctuation'} | ${WORD_PUNCTUATION}
    ${'an underscore'}              | ${'_'}         | ${'none of these'}    | ${NONE}
    ${'a space'}                    | ${' '}         | ${'none of these'}    | ${NONE}
    ${'a no-break space'}           | ${'\u00A0'}    | ${'none of these'}    | ${NONE}
    ${'a line end'}                 | ${'\n'}        | ${'none of these'}    | ${NONE}
    ${'a NUL'}                      | ${'\0'}        | ${'none of these'}    | ${NONE}
    ${'a double quote'}             | ${'"'}         | ${'none of these'}    | ${NONE}
    ${'a backtick'}                 | ${'\u0060'}    | ${'none of these'}    | ${NONE}
    ${'an en dash'}                 | ${'\u2013'}    | ${'none of these'}    | ${NONE}
    ${'an emoji'}                   | ${'\u{1F600}'} | ${'none of these'}    | ${NONE}
    ${'an emoji joiner'}            | ${'\u200D'}    | ${'none of these'}    | ${NONE}
    ${'an unpaired high surrogate'} | ${'\uD801'}    | ${'none of these'}    | ${NONE}
    ${'an unpaired low surrogate'}  | ${'\uDC00'}    | ${'none of these'}    | ${NONE}
  `('$name is $kind', ({ character, expected }) => {
    expect({
      letter: isLetter(character),
      letterOrNumber: isLetterOrNumber(character),
      mark: isCombiningMark(character),
      wordPunctuation: isWordPunctuation(character),
    }).toEqual(expected);
  });
});
