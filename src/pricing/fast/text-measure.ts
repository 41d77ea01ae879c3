/** What the rules' fast faces know of a text: the counts of message-text.ts, without its strings. */
export interface TextMeasure {
  isAscii: boolean;
  /** Code points. */
  characters: number;
  /** Vowels among each 3rd, 6th, 9th … character. */
  thirdVowels: number;
  readonly words: WordTable;
}

/** One row for each of `count` words; what lies beyond is left over from other texts. */
export interface WordTable {
  count: number;
  /** Places in code units, as `String.prototype.slice` takes them. */
  starts: Int32Array;
  ends: Int32Array;
  /** Code points. */
  lengths: Int32Array;
  /** Equal for equal words. */
  hashes: Int32Array;
}

/** Texts of up to so many code units find room for all words that they can have. */
export const SHORT_TEXT = 16_384;
const ROOM = SHORT_TEXT / 2;

/**
 * Written over by every text, so that a text costs no allocation. One for all is safe because pricing is synchronous and no
 * rule measures another text.
 */
export const measure: TextMeasure = {
  isAscii: true,
  characters: 0,
  thirdVowels: 0,
  words: {
    count: 0,
    starts: new Int32Array(ROOM),
    ends: new Int32Array(ROOM),
    lengths: new Int32Array(ROOM),
    hashes: new Int32Array(ROOM),
  },
};
