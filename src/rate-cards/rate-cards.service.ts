import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { BUNDLED_RATE_CARDS, type RateCard, type RateCardDocument } from '../pricing/index.js';
import { parseRateCard } from './rate-card.validator.js';
import { UnknownRateCardError } from './unknown-rate-card.error.js';

/** A rate card, its data, and the name that no other card can have: the SHA-256 (hex) of its canonical form (RFC 8785). */
export interface IdentifiedRateCard {
  readonly document: RateCardDocument;
  readonly card: RateCard;
  readonly sha256: string;
}

@Injectable()
export class RateCardsService {
  private readonly cards = new Map(BUNDLED_RATE_CARDS.map((document) => [document.id, this.parse(document)]));
  /** The card that bills. */
  readonly billing: IdentifiedRateCard;

  constructor(@Inject(settingsConfig.KEY) { rateCard }: SettingsConfig) {
    this.billing = this.get(rateCard);
  }

  all(): IdentifiedRateCard[] {
    return [...this.cards.values()];
  }

  /** By its id or by its SHA-256. Throws an UnknownRateCardError. */
  get(idOrSha256: string): IdentifiedRateCard {
    const found = this.cards.get(idOrSha256) ?? this.all().find(({ sha256 }) => sha256 === idOrSha256);
    if (!found) throw new UnknownRateCardError(idOrSha256);
    return found;
  }

  /** A card that somebody brings along. Throws an InvalidInputError. */
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
