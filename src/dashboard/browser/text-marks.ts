import type { Explanation, Span } from './api.types.js';
import { groupBy } from './group-by.js';

/** A stretch of a message's text in which every character was charged alike. */
export interface MarkedPiece {
  readonly text: string;
  /**
   * Index of the word's length band among the parts of the receipt's line `word_length`; none
   * outside words.
   */
  readonly band?: number;
  readonly isThirdVowel: boolean;
  /** Whether the word occurs more than once: a repeated word costs the message its bonus. */
  readonly isRepeated: boolean;
}

type Marks = Omit<MarkedPiece, 'text'>;

/**
 * Cuts a text wherever its marks change. All marks come from the spans of the receipt, which count
 * code points; nothing is priced here.
 */
export const toMarkedPieces = (text: string, { lines }: Pick<Explanation, 'lines'>): MarkedPiece[] => {
  const characters = Array.from(text);
  const words = lines.find(({ rule }) => rule === 'word_length')?.parts ?? [];
  const bands = new Map(words.flatMap(({ spans = [] }, band) => toIndexes(spans).map((index) => [index, band])));
  const vowels = new Set(toIndexes(lines.find(({ rule }) => rule === 'third_vowels')?.spans ?? []));
  const wordSpans = words.flatMap(({ spans = [] }) => spans);
  const repeated = new Set(toIndexes(findRepeated(wordSpans, characters)));
  const pieces: MarkedPiece[] = [];
  for (const [index, character] of characters.entries()) {
    const band = bands.get(index);
    const marks: Marks = {
      ...(band !== undefined && { band }),
      isThirdVowel: vowels.has(index),
      isRepeated: repeated.has(index),
    };
    const last = pieces.at(-1);
    if (last && haveSameMarks(last, marks)) pieces[pieces.length - 1] = { ...last, text: last.text + character };
    else pieces.push({ text: character, ...marks });
  }
  return pieces;
};

/** The index of every code point within the spans. */
const toIndexes = (spans: readonly Span[]): number[] =>
  spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, offset) => start + offset));

/** The spans of the words that occur more than once; case is significant. */
const findRepeated = (spans: readonly Span[], characters: readonly string[]): Span[] =>
  [...groupBy(spans, ([start, end]) => characters.slice(start, end).join('')).values()]
    .filter(({ length }) => length > 1)
    .flat();

const haveSameMarks = (a: Marks, b: Marks): boolean =>
  a.band === b.band && a.isThirdVowel === b.isThirdVowel && a.isRepeated === b.isRepeated;
