/*
 * Speed trick: measures any text in one pass over its code points, without making a string.
 * Replaces: `readText` of message-text.ts and `findVowels` of rules/third-vowels.ts.
 * Gain: 46 us against 330 us for 110 texts, as an ASCII text of row 5 would take here.
 * Drop it: with text-pricer.ts.
 * Held by text-pricer.properties.spec.ts.
 */
import { kindOf, LETTER, MARK, OTHER, VOWEL, WORD_PUNCTUATION } from './character-kinds.js';
import { measure } from './text-measure.js';

/** Once by name: where code runs in a context of its own, as in tests, each look-up of a global takes microseconds. */
const { imul } = Math;

const IN_WORD = LETTER | WORD_PUNCTUATION;
const IS_VOWEL = VOWEL;
const MAX_POINT_OF_ONE_UNIT = 0xffff;

/**
 * Chosen at random in each process, so that a caller cannot craft words that share a hash. An odd
 * multiplier is invertible modulo 2^32, so a product loses no bits of the other factor.
 */
const [FIRST_HASH, RANDOM] = crypto.getRandomValues(new Int32Array(2)) as unknown as [number, number];
const MULTIPLIER = RANDOM | 1;

/** Measures any text; unpaired surrogates count as characters. */
export const measureUnicode = (text: string): void => {
  const [firstHash, multiplier] = [FIRST_HASH, MULTIPLIER];
  measure.isAscii = false;
  measure.words.count = 0;
  let characters = 0;
  let thirdVowels = 0;
  let start = 0;
  let startCharacter = 0;
  let hash = firstHash;
  let kind = 0;
  let offset = 0;
  while (offset < text.length) {
    const point = text.codePointAt(offset) as number;
    const end = offset + (point > MAX_POINT_OF_ONE_UNIT ? 2 : 1);
    kind = findKindAfter(kind, point);
    if (characters % 3 === 2 && (kind & IS_VOWEL) !== 0) thirdVowels++;
    if ((kind & IN_WORD) !== 0) {
      hash = imul(hash ^ point, multiplier);
    } else {
      if (offset > start) addWord(start, offset, characters - startCharacter, hash);
      start = end;
      startCharacter = characters + 1;
      hash = firstHash;
    }
    characters++;
    offset = end;
  }
  if (offset > start) addWord(start, offset, characters - startCharacter, hash);
  measure.characters = characters;
  measure.thirdVowels = thirdVowels;
};

/**
 * The kind of a character that follows one of kind `before`. A combining mark after a letter counts
 * as a letter, so that a second mark on the same letter does too; any other mark counts as
 * {@link OTHER}.
 */
const findKindAfter = (before: number, point: number): number => {
  const kind = kindOf(point);
  if (kind !== MARK) return kind;
  return (before & LETTER) === 0 ? OTHER : LETTER;
};

const addWord = (start: number, end: number, length: number, hash: number): void => {
  const { words } = measure;
  if (words.count === words.starts.length) growWordTable();
  words.starts[words.count] = start;
  words.ends[words.count] = end;
  words.lengths[words.count] = length;
  words.hashes[words.count] = hash;
  words.count++;
};

const growWordTable = (): void => {
  const { words } = measure;
  words.starts = toDoubled(words.starts);
  words.ends = toDoubled(words.ends);
  words.lengths = toDoubled(words.lengths);
  words.hashes = toDoubled(words.hashes);
};

const toDoubled = (numbers: Int32Array): Int32Array => {
  const doubled = new Int32Array(2 * numbers.length);
  doubled.set(numbers);
  return doubled;
};
