import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { BUNDLED_RATE_CARDS, createRateCard, findVectors } from '../pricing/index.js';
import { startOfMs } from '../time/epoch-time.js';
import { parseEpochTime } from '../time/rfc3339.js';
import { intervalsOf, type Schedule, valueAt } from '../time/schedule.js';
import { readRateCardsFolder } from './folder/read-rate-cards-folder.js';
import { type IdentifiedRateCard, identifyRateCard, withHash } from './identified-rate-card.js';
import { type RateCardDto, type RateCardsDto, toRateCardDto } from './rate-cards.dto.js';
import { parseSchedule } from './schedule/parse-schedule.js';
import { UnknownRateCardError } from './unknown-rate-card.error.js';

/** The price lists of the service. */
interface RateCards {
  readonly byId: ReadonlyMap<string, IdentifiedRateCard>;
  /** The card that the service bills a message by, for the message's timestamp. */
  readonly schedule: Schedule<IdentifiedRateCard>;
}

/**
 * Loads the rate cards that the service ships, and those of its folder. Throws a
 * RateCardsFolderError, or a RateCardScheduleError.
 */
export const loadRateCards = ({
  rateCard,
  rateCardsDir,
}: Pick<SettingsConfig, 'rateCard' | 'rateCardsDir'>): RateCards => {
  const bundled = BUNDLED_RATE_CARDS.map(identifyBundled);
  const ids = new Set(bundled.map(({ document }) => document.id));
  const ofFolder = rateCardsDir === undefined ? [] : readRateCardsFolder(rateCardsDir, ids);
  const byId = new Map([...bundled, ...ofFolder].map((card) => [card.document.id, card]));
  return { byId, schedule: parseSchedule(rateCard, byId) };
};

@Injectable()
export class RateCardsService {
  private readonly cards: RateCards['byId'];
  /** The card that the service bills a message by, for the message's timestamp. */
  readonly schedule: Schedule<IdentifiedRateCard>;

  /** Throws what {@link loadRateCards} throws. */
  constructor(@Inject(settingsConfig.KEY) settings: SettingsConfig) {
    ({ byId: this.cards, schedule: this.schedule } = loadRateCards(settings));
  }

  /** Every card, or the one in force at an RFC 3339 timestamp. */
  list(at?: string): RateCardsDto {
    const inForce = at === undefined ? this.inForceNow() : this.cardFor(at);
    const listed = at === undefined ? this.all() : [inForce];
    return { rate_cards: listed.map((card) => this.toDto(card, inForce)) };
  }

  /** A card, by its id or its SHA-256. Throws an UnknownRateCardError if there is none. */
  find(idOrSha256: string): RateCardDto {
    return this.toDto(this.get(idOrSha256), this.inForceNow());
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

  /** The card that bills a message with this RFC 3339 timestamp. */
  cardFor(timestamp: string): IdentifiedRateCard {
    return valueAt(this.schedule, parseEpochTime(timestamp));
  }

  /** The card that bills a message of this instant. */
  inForceNow(): IdentifiedRateCard {
    return valueAt(this.schedule, startOfMs(Date.now()));
  }

  /** Parses a card from data, which may come from a caller. Throws an InvalidInputError. */
  parse(data: unknown): IdentifiedRateCard {
    return identifyRateCard(data);
  }

  private toDto(card: IdentifiedRateCard, inForce: IdentifiedRateCard): RateCardDto {
    return toRateCardDto(card, card === inForce, intervalsOf(this.schedule, card));
  }
}

/**
 * A card that the service ships; its examples are its conformance vectors. Tests check both, instead
 * of every start.
 */
const identifyBundled = (document: (typeof BUNDLED_RATE_CARDS)[number]): IdentifiedRateCard =>
  withHash({ document, card: createRateCard(document), vectors: findVectors(document.id).vectors });
