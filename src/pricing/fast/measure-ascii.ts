import { isLetter, isVowel, isWordPunctuation } from '../characters.js';
import { measure, SHORT_TEXT } from './text-measure.js';

const table = (of: (character: string) => boolean): Uint8Array =>
  Uint8Array.from({ length: 0x80 }, (_, unit) => Number(of(String.fromCharCode(unit))));

const vowels = table(isVowel);
const separators = table((character) => !isLetter(character) && !isWordPunctuation(character));

const bytes = new Uint8Array(SHORT_TEXT);
const encoder = new TextEncoder();

/** The places of the separators, the end of the text among them. */
const breaks = new Int32Array(SHORT_TEXT + 1);

/**
 * Measures a short text of ASCII, in which bytes, code units and characters are one; returns false for any other. Copying the
 * text and reading bytes takes two thirds of the time of `charCodeAt`. Not to ask at each character whether a word ends, which no
 * processor can guess, takes a third off that. What the loops use is not imported, because the engine loads an import anew for each
 * character.
 */
export const measureAscii = (text: string): boolean => {
  const { length } = text;
  if (length > SHORT_TEXT) return false;
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read !== length || written !== length) return false;

  let thirdVowels = 0;
  for (let at = 2; at < length; at += 3) thirdVowels += vowels[bytes[at] as number] as number;

  let breakCount = 0;
  for (let at = 0; at < length; at++) {
    // Written at each place and kept at a separator, where the next one is written behind it.
    breaks[breakCount] = at;
    breakCount += separators[bytes[at] as number] as number;
  }
  breaks[breakCount] = length;

  measure.isAscii = true;
  measure.characters = length;
  measure.thirdVowels = thirdVowels;
  measure.words.count = listWords(breakCount);
  return true;
};

/** What lies between two breaks is a word, unless it is nothing. Returns how many there are. */
const listWords = (lastBreak: number): number => {
  const { starts, ends, lengths, hashes } = measure.words;
  let count = 0;
  let start = 0;
  for (let at = 0; at <= lastBreak; at++) {
    const end = breaks[at] as number;
    if (end > start) {
      starts[count] = start;
      ends[count] = end;
      lengths[count] = end - start;
      hashes[count] = hashOf(start, end);
      count++;
    }
    start = end + 1;
  }
  return count;
};

/** What a word is mostly told by: its first, middle and last character, and its length. To hash all of them takes longer than to compare. */
const hashOf = (start: number, end: number): number => {
  const length = end - start;
  const first = bytes[start] as number;
  const middle = bytes[start + (length >> 1)] as number;
  const last = bytes[end - 1] as number;
  return first ^ (middle << 8) ^ (last << 16) ^ (length << 24);
};
