import type { Line } from './line.js';
import type { Reading } from './reading.js';
import { cardAt, type ReadingCards } from './reading-cards.js';
import type { SeenMessage } from './seen-message.js';

/**
 * The message with its text priced by the card that priced the line: a period that has ended is not
 * re-rated by a later card. Undefined if that price can no longer be made.
 */
export const priceByOwnCard = (
  { rateCard: ownCard }: Line,
  message: SeenMessage,
  { textCreditsBy, ...cards }: ReadingCards & Pick<Reading, 'textCreditsBy'>,
): SeenMessage | undefined => {
  if (cardAt(cards, message) === ownCard) return message;
  const textCredits = textCreditsBy(message, ownCard);
  return textCredits && { ...message, textCredits };
};
