import { describe, expect, it } from '@jest/globals';

import { finish } from './steps.js';
import { findWords, type Word } from './words.js';

const word = (text: string, start: number, length: number): Word => ({ text, start, length });

describe('the words of a message', () => {
  it.each<{ behaviour: string; text: string; words: Word[] }>`
    behaviour                                            | text                           | words
    ${'are none in an empty message'}                    | ${''}                          | ${[]}
    ${'are none in spaces and punctuation'}              | ${' ?! '}                      | ${[]}
    ${'are one if nothing separates'}                    | ${'lease'}                     | ${[word('lease', 0, 5)]}
    ${'are separated by spaces, however many'}           | ${' the  rent '}               | ${[word('the', 1, 3), word('rent', 6, 4)]}
    ${'are separated by punctuation alone'}              | ${'rent,due'}                  | ${[word('rent', 0, 4), word('due', 5, 3)]}
    ${'are separated by line ends and tabs'}             | ${'a\tb\r\nc'}                 | ${[word('a', 0, 1), word('b', 2, 1), word('c', 5, 1)]}
    ${'are separated by digits'}                         | ${'ab12cd3'}                   | ${[word('ab', 0, 2), word('cd', 4, 2)]}
    ${'are separated by underscores'}                    | ${'snake_case'}                | ${[word('snake', 0, 5), word('case', 6, 4)]}
    ${'are separated by an emoji, which is one'}         | ${'a\u{1F600}b'}               | ${[word('a', 0, 1), word('b', 2, 1)]}
    ${'are separated by half a surrogate pair'}          | ${'a\uD801b\uDC00'}            | ${[word('a', 0, 1), word('b', 2, 1)]}
    ${'keep their hyphens'}                              | ${'free-for-all'}              | ${[word('free-for-all', 0, 12)]}
    ${'keep their apostrophes, typewritten or typeset'}  | ${"a'b c\u2019d \u2018e"}      | ${[word("a'b", 0, 3), word('c\u2019d', 4, 3), word('\u2018e', 8, 2)]}
    ${'may be hyphens and apostrophes alone'}            | ${"- ''-'"}                    | ${[word('-', 0, 1), word("''-'", 2, 4)]}
    ${'are of any script'}                               | ${'\u043C\u0438\u0440 \u4E2D'} | ${[word('\u043C\u0438\u0440', 0, 3), word('\u4E2D', 4, 1)]}
    ${'count a letter beyond the basic plane as one'}    | ${'\u{10400}b'}                | ${[word('\u{10400}b', 0, 2)]}
    ${'keep the combining mark of a letter'}             | ${'e\u0301'}                   | ${[word('e\u0301', 0, 2)]}
    ${'keep several marks of one letter'}                | ${'xe\u0323\u0301x'}           | ${[word('xe\u0323\u0301x', 0, 5)]}
    ${'do not begin with a mark'}                        | ${'\u0301a'}                   | ${[word('a', 1, 1)]}
    ${'are none in a heart with its variation selector'} | ${'\u2764\uFE0F'}              | ${[]}
    ${'are none in a digit with its keycap'}             | ${'1\uFE0F\u20E3'}             | ${[]}
    ${'end at a mark that sits on a hyphen'}             | ${'a-\u0301b'}                 | ${[word('a-', 0, 2), word('b', 3, 1)]}
    ${'end at a mark that sits on an apostrophe'}        | ${'\u2019\u0301'}              | ${[word('\u2019', 0, 1)]}
  `('$behaviour', ({ text, words }) => {
    expect(finish(findWords(Array.from(text), text))).toEqual(words);
  });
});
