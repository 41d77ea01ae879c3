import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { BUNDLED_RATE_CARDS, type RateCard, type RateCardDocument } from '../pricing/index.js';
import { parseRateCard } from './rate-card.validator.js';
import { UnknownRateCardError } from './unknown-rate-card.error.js';

/** A rate card with its data and its hash. */
export interface IdentifiedRateCard {
  readonly document: RateCardDocument;
  readonly card: RateCard;
  /**
   * SHA-256 of the canonical form (RFC 8785) of the document, in hexadecimal: unique to the card
   * and its version.
   */
  readonly sha256: string;
}

@Injectable()
export class RateCardsService {
  private readonly cards = new Map(BUNDLED_RATE_CARDS.map((document) => [document.id, this.parse(document)]));
  /** The card that the service bills by. */
  readonly billing: IdentifiedRateCard;

  constructor(@Inject(settingsConfig.KEY) { rateCard }: SettingsConfig) {
    this.billing = this.get(rateCard);
  }

  all(): IdentifiedRateCard[] {
    return [...this.cards.values()];
  }

  /** A bundled card, by its id or its SHA-256. Throws an UnknownRateCardError if there is none. */
  get(idOrSha256: string): IdentifiedRateCard {
    const found = this.cards.get(idOrSha256) ?? this.all().find(({ sha256 }) => sha256 === idOrSha256);
    if (!found) throw new UnknownRateCardError(idOrSha256);
    return found;
  }

  /** Parses a card from data, which may come from a caller. Throws an InvalidInputError. */
  parse(data: unknown): IdentifiedRateCard {
    const { document, card } = parseRateCard(data);
    return {
      document,
      card,
      sha256: createHash('sha256')
        .update(String(canonicalize(document)))
        .digest('hex'),
    };
  }
}
