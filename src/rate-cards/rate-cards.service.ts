import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { BUNDLED_RATE_CARDS, findVectors } from '../pricing/index.js';
import { readRateCardsFolder } from './folder/read-rate-cards-folder.js';
import { type IdentifiedRateCard, identifyRateCard } from './identified-rate-card.js';
import { UnknownBillingCardError } from './unknown-billing-card.error.js';
import { UnknownRateCardError } from './unknown-rate-card.error.js';

/** The price lists of the service. */
interface RateCards {
  readonly byId: ReadonlyMap<string, IdentifiedRateCard>;
  /** The card that the service bills by. */
  readonly billing: IdentifiedRateCard;
}

/**
 * Loads the rate cards that the service ships, and those of its folder. Throws a
 * RateCardsFolderError, or an {@link UnknownBillingCardError}.
 */
export const loadRateCards = ({
  rateCard,
  rateCardsDir,
}: Pick<SettingsConfig, 'rateCard' | 'rateCardsDir'>): RateCards => {
  const bundled = BUNDLED_RATE_CARDS.map(identifyBundled);
  const ids = new Set(bundled.map(({ document }) => document.id));
  const ofFolder = rateCardsDir === undefined ? [] : readRateCardsFolder(rateCardsDir, ids);
  const byId = new Map([...bundled, ...ofFolder].map((card) => [card.document.id, card]));
  const billing = byId.get(rateCard);
  if (!billing) throw new UnknownBillingCardError([...byId.keys()]);
  return { byId, billing };
};

@Injectable()
export class RateCardsService {
  private readonly cards: RateCards['byId'];
  /** The card that the service bills by. */
  readonly billing: IdentifiedRateCard;

  /** Throws what {@link loadRateCards} throws. */
  constructor(@Inject(settingsConfig.KEY) settings: SettingsConfig) {
    ({ byId: this.cards, billing: this.billing } = loadRateCards(settings));
  }

  all(): IdentifiedRateCard[] {
    return [...this.cards.values()];
  }

  /** A card, by its id or its SHA-256. Throws an UnknownRateCardError if there is none. */
  get(idOrSha256: string): IdentifiedRateCard {
    const found = this.cards.get(idOrSha256) ?? this.all().find(({ sha256 }) => sha256 === idOrSha256);
    if (!found) throw new UnknownRateCardError(idOrSha256);
    return found;
  }

  /** Parses a card from data, which may come from a caller. Throws an InvalidInputError. */
  parse(data: unknown): IdentifiedRateCard {
    return identifyRateCard(data);
  }
}

/** A card that the service ships; its examples are its conformance vectors. */
const identifyBundled = (document: (typeof BUNDLED_RATE_CARDS)[number]): IdentifiedRateCard => ({
  ...identifyRateCard(document),
  vectors: findVectors(document.id).vectors,
});
