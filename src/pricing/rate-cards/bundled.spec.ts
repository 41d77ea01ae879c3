import { describe, expect, it } from '@jest/globals';

import { createRateCard } from '../rate-card.js';
import { BUNDLED_RATE_CARDS } from './bundled.js';

describe('the rate cards that the service ships', () => {
  it('are standard and token-estimate', () => {
    expect(BUNDLED_RATE_CARDS.map(({ id, title }) => ({ id, title }))).toEqual([
      { id: 'standard', title: 'Standard' },
      { id: 'token-estimate', title: 'Token estimate' },
    ]);
  });

  it('include one that charges estimated tokens', () => {
    const tokenEstimate = BUNDLED_RATE_CARDS.filter(({ id }) => id === 'token-estimate').map(createRateCard);

    expect(tokenEstimate.map(({ rules }) => rules.map(({ code, description }) => [code, description]))).toEqual([
      [
        ['token_estimate', 'characters / 4 = tokens, 40.00 for 100 tokens, rounded half-up to 2 decimals'],
        ['minimum_cost', 'if the total is now below 1.00, it becomes 1.00'],
      ],
    ]);
  });
});
