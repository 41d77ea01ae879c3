import { isLetter, isVowel, isWordPunctuation } from './characters.js';
import { measure, SHORT_TEXT } from './text-measure.js';

const IS_VOWEL = 1;
const IN_WORD = 2;

const kinds = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return (isVowel(character) ? IS_VOWEL : 0) | (isLetter(character) || isWordPunctuation(character) ? IN_WORD : 0);
});

const SEPARATOR = 0x20;
/** With a byte for a separator that ends the last word. */
const bytes = new Uint8Array(SHORT_TEXT + 1);
const encoder = new TextEncoder();

const kindAt = (at: number): number => kinds[bytes[at] as number] as number;

/**
 * Measures a short text of ASCII, in which bytes, code units and characters are one; returns false for any other. Copying the
 * text and reading bytes takes two thirds of the time of `charCodeAt`. What the loops use is not imported, because the engine
 * loads an import anew for each character.
 */
export const measureAscii = (text: string): boolean => {
  const { length } = text;
  if (length > SHORT_TEXT) return false;
  const { read, written } = encoder.encodeInto(text, bytes);
  if (read !== length || written !== length) return false;
  bytes[length] = SEPARATOR;

  let thirdVowels = 0;
  for (let at = 2; at < length; at += 3) thirdVowels += kindAt(at) & IS_VOWEL;

  const { starts, ends, lengths, hashes } = measure.words;
  let count = 0;
  let start = 0;
  let hash = 0;
  for (let at = 0; at <= length; at++) {
    if ((kindAt(at) & IN_WORD) !== 0) {
      hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
      continue;
    }
    if (at > start) {
      starts[count] = start;
      ends[count] = at;
      lengths[count] = at - start;
      hashes[count] = hash;
      count++;
    }
    start = at + 1;
    hash = 0;
  }
  measure.isAscii = true;
  measure.characters = length;
  measure.thirdVowels = thirdVowels;
  measure.words.count = count;
  return true;
};
