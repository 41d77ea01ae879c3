import { endsStep, type Steps } from './steps.js';
import { findWords, type Word } from './words.js';

/** The text of a message with its characters and words, found once for all rules. */
export interface MessageText {
  readonly text: string;
  /** The code points of the text: an emoji is one, a letter and its combining mark are two. */
  readonly characters: readonly string[];
  readonly words: readonly Word[];
}

/** Finds the characters and words of a text, which may be of any length. */
export function* readText(text: string): Steps<MessageText> {
  const characters: string[] = [];
  for (const character of text) {
    if (endsStep(characters.push(character))) yield;
  }
  return { text, characters, words: yield* findWords(characters, text) };
}
