import { createRateCard, type RateCard } from '../rate-card.js';
import document from './standard.json' with { type: 'json' };

/** The price list in force. */
export const STANDARD: RateCard = createRateCard(document);
