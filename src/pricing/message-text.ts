import { endsStep, type Steps } from './steps.js';
import { findWords, type Word } from './words.js';

/** A message's text, read once for all rules. */
export interface MessageText {
  readonly text: string;
  /** One code point each: an emoji is one, a letter and its combining mark are two. */
  readonly characters: readonly string[];
  readonly words: readonly Word[];
}

/** Reads a text of any length. */
export function* readText(text: string): Steps<MessageText> {
  const characters: string[] = [];
  for (const character of text) {
    if (endsStep(characters.push(character))) yield;
  }
  return { text, characters, words: yield* findWords(characters, text) };
}
