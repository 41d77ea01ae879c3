import { kindOf, LETTER, MARK, OTHER, VOWEL, WORD_PUNCTUATION } from '../character-kinds.js';
import { measure } from './text-measure.js';

const IN_WORD = LETTER | WORD_PUNCTUATION;
const IS_VOWEL = VOWEL;
const LAST_OF_ONE_UNIT = 0xffff;

/**
 * Random in each process, so that no text can be written whose words share their hashes. The multiplier is odd, so that a product
 * keeps all bits of the other factor.
 */
const [FIRST_HASH, RANDOM] = crypto.getRandomValues(new Int32Array(2)) as unknown as [number, number];
const MULTIPLIER = RANDOM | 1;

/** Measures any text in one pass over its code points. */
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
  let at = 0;
  while (at < text.length) {
    const point = text.codePointAt(at) as number;
    const end = at + (point > LAST_OF_ONE_UNIT ? 2 : 1);
    kind = kindAfter(kind, point);
    if (characters % 3 === 2 && (kind & IS_VOWEL) !== 0) thirdVowels++;
    if ((kind & IN_WORD) !== 0) {
      hash = Math.imul(hash ^ point, multiplier);
    } else {
      if (at > start) addWord(start, at, characters - startCharacter, hash);
      start = end;
      startCharacter = characters + 1;
      hash = firstHash;
    }
    characters++;
    at = end;
  }
  if (at > start) addWord(start, at, characters - startCharacter, hash);
  measure.characters = characters;
  measure.thirdVowels = thirdVowels;
};

/** The kind of a character behind one of kind `before`. A mark counts only on a letter, and there is as good as one to the next. */
const kindAfter = (before: number, point: number): number => {
  const kind = kindOf(point);
  if (kind !== MARK) return kind;
  return (before & LETTER) === 0 ? OTHER : LETTER;
};
const addWord = (start: number, end: number, length: number, hash: number): void => {
  const { words } = measure;
  if (words.count === words.starts.length) makeRoom();
  words.starts[words.count] = start;
  words.ends[words.count] = end;
  words.lengths[words.count] = length;
  words.hashes[words.count] = hash;
  words.count++;
};

const makeRoom = (): void => {
  const { words } = measure;
  words.starts = doubled(words.starts);
  words.ends = doubled(words.ends);
  words.lengths = doubled(words.lengths);
  words.hashes = doubled(words.hashes);
};

const doubled = (numbers: Int32Array): Int32Array => {
  const twice = new Int32Array(2 * numbers.length);
  twice.set(numbers);
  return twice;
};
