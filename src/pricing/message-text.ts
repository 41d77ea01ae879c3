import { findWords, type Word } from './words.js';

/** A message's text, read once for all rules. */
export interface MessageText {
  readonly text: string;
  /** One code point each: an emoji is one, a letter and its combining mark are two. */
  readonly characters: readonly string[];
  readonly words: readonly Word[];
}

export const readText = (text: string): MessageText => {
  const characters = Array.from(text);
  return { text, characters, words: findWords(characters) };
};
