import { describe, expect, it } from '@jest/globals';

import { readText } from './message-text.js';
import { finish } from './steps.js';

describe('the text of a message', () => {
  it('is split into code points and words', () => {
    expect(finish(readText('cafe\u0301 \u{1F600} 1'))).toEqual({
      text: 'cafe\u0301 \u{1F600} 1',
      characters: ['c', 'a', 'f', 'e', '\u0301', ' ', '\u{1F600}', ' ', '1'],
      words: [{ text: 'cafe\u0301', start: 0, length: 5 }],
    });
  });

  it('keeps an unpaired surrogate', () => {
    expect(finish(readText('\uDE00\uD83D'))).toEqual({
      text: '\uDE00\uD83D',
      characters: ['\uDE00', '\uD83D'],
      words: [],
    });
  });

  it('may be empty', () => {
    expect(finish(readText(''))).toEqual({ text: '', characters: [], words: [] });
  });
});
