import type { RateCard } from '../api.types.js';
import type { PeriodDetails } from './statement.types.js';

/**
 * The names of the price lists that billed a period, by the ledger; without one, of the list that
 * is in force. A list that the service no longer has is named by its SHA-256.
 */
export const findPriceLists = (period: PeriodDetails | undefined, cards: readonly RateCard[]): string => {
  const names = period
    ? period.rate_cards.map((sha256) => formatCard(cards.find((card) => card.sha256 === sha256)) ?? `SHA-256 ${sha256}`)
    : cards.filter(({ billing }) => billing).map(formatCard);
  return names.join(', ') || '–';
};

const formatCard = (rateCard: RateCard | undefined): string | undefined =>
  rateCard && `${rateCard.card.title} (${rateCard.id})`;
