import { isCombiningMark, isLetter, isWordPunctuation } from './characters.js';
import { endsStep, type Steps } from './steps.js';

/** One word of a message; `start` and `length` count code points. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly length: number;
}

/**
 * The words among the `characters` of a text: longest runs of letters with their combining marks, apostrophes and hyphens.
 * A mark counts only on a letter: what follows an emoji or a digit (a variation selector, a keycap) is not part of a word.
 */
export function* findWords(characters: readonly string[], text: string): Steps<Word[]> {
  const words: Word[] = [];
  let start = 0;
  // Where the word starts in code units, and where the character does: to cut a word out costs the same whatever its length.
  let startOffset = 0;
  let offset = 0;
  let onLetter = false;
  const endWordAt = (end: number): void => {
    if (end > start) words.push({ text: text.slice(startOffset, offset), start, length: end - start });
  };
  for (const [index, character] of characters.entries()) {
    if (endsStep(index)) yield;
    onLetter = isLetter(character) || (onLetter && isCombiningMark(character));
    if (!onLetter && !isWordPunctuation(character)) {
      endWordAt(index);
      start = index + 1;
      startOffset = offset + character.length;
    }
    offset += character.length;
  }
  endWordAt(characters.length);
  return words;
}
