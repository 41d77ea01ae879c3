/*
 * Speed trick: one set of buffers that every text overwrites.
 * Replaces: the arrays of characters and words that message-text.ts allocates for each text.
 * Gain: pricing allocates nothing per text (bench rows 5 and 6). Not measured alone.
 * Drop it: if pricing ever becomes asynchronous or re-entrant, since two texts would then share the
 * buffers.
 * Held by text-pricer.properties.spec.ts ("does not depend on the texts before").
 */

/** What the fast charges know of a text: the counts of message-text.ts, without its strings. */
export interface TextMeasure {
  isAscii: boolean;
  /** Number of code points. */
  characters: number;
  /** Number of vowels among the 3rd, 6th, 9th … character. */
  thirdVowels: number;
  readonly words: WordTable;
}

/**
 * The words of a text as columns: rows 0 to `count - 1` are valid, later rows are left over from
 * other texts.
 */
export interface WordTable {
  count: number;
  /** Offsets in UTF-16 code units, as `String.prototype.slice` takes them. */
  starts: Int32Array;
  ends: Int32Array;
  /** Lengths in code points. */
  lengths: Int32Array;
  /** Equal words have equal hashes; different words may. */
  hashes: Int32Array;
}

/** Length in code units up to which {@link measure} holds all words of a text without growing. */
export const SHORT_TEXT_MAX_LENGTH = 16_384;

/** Words are separated, so a text has at most one for every two code units. */
const WORD_CAPACITY = SHORT_TEXT_MAX_LENGTH / 2;

/**
 * The measure of the text that was read last. Sharing one is safe because pricing is synchronous
 * and no charge measures another text.
 */
export const measure: TextMeasure = {
  isAscii: true,
  characters: 0,
  thirdVowels: 0,
  words: {
    count: 0,
    starts: new Int32Array(WORD_CAPACITY),
    ends: new Int32Array(WORD_CAPACITY),
    lengths: new Int32Array(WORD_CAPACITY),
    hashes: new Int32Array(WORD_CAPACITY),
  },
};
