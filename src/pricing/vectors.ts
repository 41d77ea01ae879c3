import data from './vectors.json' with { type: 'json' };

/** A text and its price, worked out apart from this code: whoever prices it the same has understood the rate card. */
interface Vector {
  /** Why the case is there. */
  readonly why: string;
  readonly text: string;
  /** Credits, the exact decimal value. */
  readonly credits: number;
  readonly lines: readonly { readonly rule: string; readonly quantity?: number; readonly credits: number }[];
}

interface Vectors {
  /** How to read them. */
  readonly description: readonly string[];
  readonly vectors: readonly Vector[];
}

const CARDS: Readonly<Record<string, readonly Vector[]>> = data.rate_cards;

/** The conformance vectors of a bundled rate card. */
export const vectorsOf = (rateCardId: string): Vectors => ({
  description: data.description,
  vectors: CARDS[rateCardId] ?? [],
});
