import { isCombiningMark, isLetter, isWordPunctuation } from './characters.js';
import { endsStep, type Steps } from './steps.js';

/** One word of a message. */
export interface Word {
  readonly text: string;
  /** Index of the first character, in code points. */
  readonly start: number;
  /** Number of code points. */
  readonly length: number;
}

/**
 * The words of a text, given with its `characters`: longest runs of letters with their combining
 * marks, apostrophes and hyphens. A mark belongs to a word only after a letter: after an emoji or a
 * digit (a variation selector, a keycap) it separates words.
 */
export function* findWords(characters: readonly string[], text: string): Steps<Word[]> {
  const words: Word[] = [];
  let start = 0;
  // The starts of the word and of the character in code units: slicing the text is cheaper than
  // joining characters.
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
