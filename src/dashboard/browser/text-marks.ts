import type { Explanation, Span } from './api.types.js';
import { groupedBy } from './group-by.js';

/** A piece of a message's text, and what was charged of it. */
export interface MarkedPiece {
  readonly text: string;
  /** The length band of the word that it is part of: 0 is the first part of the receipt's words. */
  readonly band?: number;
  readonly isThirdVowel: boolean;
  /** Part of a word that occurs more than once, which is what costs a message its bonus. */
  readonly isRepeated: boolean;
}

type Marks = Omit<MarkedPiece, 'text'>;

/** Cuts a text where the marks change. Spans are of code points, as in the API; which word is charged how is the receipt's to say. */
export const markedPieces = (text: string, { lines }: Pick<Explanation, 'lines'>): MarkedPiece[] => {
  const characters = Array.from(text);
  const words = lines.find(({ rule }) => rule === 'word_length')?.parts ?? [];
  const bands = new Map(words.flatMap(({ spans = [] }, band) => placesOf(spans).map((place) => [place, band])));
  const vowels = new Set(placesOf(lines.find(({ rule }) => rule === 'third_vowels')?.spans ?? []));
  const repeated = new Set(
    placesOf(
      repeatedAmong(
        words.flatMap(({ spans = [] }) => spans),
        characters,
      ),
    ),
  );
  const pieces: MarkedPiece[] = [];
  for (const [place, character] of characters.entries()) {
    const band = bands.get(place);
    const marks: Marks = {
      ...(band !== undefined && { band }),
      isThirdVowel: vowels.has(place),
      isRepeated: repeated.has(place),
    };
    const last = pieces.at(-1);
    if (last && isSame(last, marks)) pieces[pieces.length - 1] = { ...last, text: last.text + character };
    else pieces.push({ text: character, ...marks });
  }
  return pieces;
};

const placesOf = (spans: readonly Span[]): number[] =>
  spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, offset) => start + offset));

/** Words are the same when they are written the same: case counts. */
const repeatedAmong = (spans: readonly Span[], characters: readonly string[]): Span[] =>
  [...groupedBy(spans, ([start, end]) => characters.slice(start, end).join('')).values()]
    .filter(({ length }) => length > 1)
    .flat();

const isSame = (a: Marks, b: Marks): boolean =>
  a.band === b.band && a.isThirdVowel === b.isThirdVowel && a.isRepeated === b.isRepeated;
