import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type ParsedRateCard, parseRateCard } from './rate-card.validator.js';

/** A rate card with its data and its hash. */
export interface IdentifiedRateCard extends ParsedRateCard {
  /**
   * SHA-256 of the canonical form (RFC 8785) of the document, in hexadecimal: unique to the card
   * and its version. Examples and the link to the schema are not part of it.
   */
  readonly sha256: string;
}

/** Parses a card from any data and computes its hash. Throws an InvalidInputError. */
export const identifyRateCard = (data: unknown): IdentifiedRateCard => withHash(parseRateCard(data));

/** Adds the hash of a card's document to the card. */
export const withHash = (parsed: ParsedRateCard): IdentifiedRateCard => ({
  ...parsed,
  sha256: createHash('sha256')
    .update(String(canonicalize(parsed.document)))
    .digest('hex'),
});
