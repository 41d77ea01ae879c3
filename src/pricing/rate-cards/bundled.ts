import type { RateCardDocument } from '../rate-card.js';
import standard from './standard.json' with { type: 'json' };
import tokenEstimate from './token-estimate.json' with { type: 'json' };

/**
 * The rate cards that the service ships. In `standard`, the one in force, only the order of the
 * last two rules matters: the minimum applies before a palindrome doubles the total.
 * `token-estimate` prices text as the later tariff does.
 */
export const BUNDLED_RATE_CARDS: readonly RateCardDocument[] = [standard, tokenEstimate];
