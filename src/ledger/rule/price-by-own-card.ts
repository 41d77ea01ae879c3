import type { Line } from './line.js';
import type { Reading } from './reading.js';
import type { SeenMessage } from './seen-message.js';

/**
 * The message with its text priced by the card that priced the line: a period that has ended is not
 * re-rated by a later card. Undefined if that price can no longer be made.
 */
export const priceByOwnCard = (
  { rateCard: ownCard }: Line,
  message: SeenMessage,
  { rateCard, textCreditsBy }: Pick<Reading, 'rateCard' | 'textCreditsBy'>,
): SeenMessage | undefined => {
  if (rateCard === ownCard) return message;
  const textCredits = textCreditsBy(message, ownCard);
  return textCredits && { ...message, textCredits };
};
