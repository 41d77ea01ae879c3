import type { Example } from './example.js';
import data from './vectors.json' with { type: 'json' };

/**
 * A text with its price, computed independently of this code: an implementation that agrees has
 * understood the card.
 */
type Vector = Required<Example>;

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
