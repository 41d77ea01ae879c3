import { isCombiningMark, isLetter, isWordPunctuation } from './characters.js';

/** One word of a message; `start` and `length` count code points. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/**
 * The words among `characters`: longest runs of letters with their combining marks, apostrophes and hyphens. A mark counts
 * only on a letter: what follows an emoji or a digit (a variation selector, a keycap) is not part of a word.
 */
export const findWords = (characters: readonly string[]): Word[] => {
  const words: Word[] = [];
  let start = 0;
  let onLetter = false;
  const endWordAt = (end: number): void => {
    if (end > start) words.push({ text: characters.slice(start, end).join(''), start, length: end - start });
  };
  for (const [place, character] of characters.entries()) {
    onLetter = isLetter(character) || (onLetter && isCombiningMark(character));
    if (onLetter || isWordPunctuation(character)) continue;
    endWordAt(place);
    start = place + 1;
  }
  endWordAt(characters.length);
  return words;
};
