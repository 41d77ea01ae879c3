import data from './vectors.json' with { type: 'json' };

/**
 * A text with its price, computed independently of this code: an implementation that agrees has
 * understood the card.
 */
interface Vector {
  /** The reason for the case. */
  readonly why: string;
  readonly text: string;
  /** The exact decimal value in credits: the sum of the lines. */
  readonly credits: number;
  readonly lines: readonly { readonly rule: string; readonly quantity?: number; readonly credits: number }[];
}

interface Vectors {
  /** How to read the vectors, one paragraph each. */
  readonly description: readonly string[];
  readonly vectors: readonly Vector[];
}

const CARDS: Readonly<Record<string, readonly Vector[]>> = data.rate_cards;

/** The conformance vectors of a bundled rate card; none for any other id. */
export const findVectors = (rateCardId: string): Vectors => ({
  description: data.description,
  vectors: CARDS[rateCardId] ?? [],
});
