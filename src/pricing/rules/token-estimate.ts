import { type Credits, timesFraction, toDecimal } from '../credits.js';
import { divideHalfUp, toUnits } from '../fast/units.js';
import type { PricingRule } from '../pricing-rule.js';
import { amountOf, lengthOf, parseAmount, type RuleKind } from '../rule-kind.js';

interface TokenEstimate {
  /** Number of characters (code points) per token. */
  readonly charactersPerToken: number;
  readonly per100Tokens: Credits;
}

/**
 * Charges an estimate of the tokens of the text: its characters divided by `charactersPerToken`,
 * fractions of a token included. Rounds half-up to hundredths, once, over the whole message.
 */
export const tokenEstimate = ({ charactersPerToken, per100Tokens }: TokenEstimate): PricingRule => ({
  code: 'token_estimate',
  label: `Tokens, estimated as characters / ${charactersPerToken}`,
  description: `characters / ${charactersPerToken} = tokens, ${toDecimal(per100Tokens)} for 100 tokens, rounded half-up to 2 decimals`,
  charge: ({ characters: { length: quantity } }) =>
    quantity > 0
      ? { quantity, unit: 'character', credits: timesFraction(per100Tokens, quantity, 100 * charactersPerToken) }
      : undefined,
  findSpans: ({ characters: { length } }) => [[0, length]],
  fast: {
    scale: HUNDREDTHS,
    createCharge: (scale) => {
      const units = toUnits(per100Tokens, per100Tokens.scale);
      const divisor = charactersPerToken * 10 ** per100Tokens.scale;
      return (_text, { characters }) => divideHalfUp(units * characters, divisor) * 10 ** (scale - HUNDREDTHS);
    },
  },
});

const HUNDREDTHS = 2;

export const TOKEN_ESTIMATE: RuleKind<{ characters_per_token: number; credits_per_100_tokens: number }> = {
  code: 'token_estimate',
  description:
    'Charges an estimate of the tokens of the text, fractions of a token included, rounded half-up to 2 decimals.',
  parameters: {
    characters_per_token: lengthOf('The text that counts as one token'),
    credits_per_100_tokens: amountOf('Credits for 100 tokens'),
  },
  create: (card) =>
    tokenEstimate({
      charactersPerToken: card.characters_per_token,
      per100Tokens: parseAmount(card.credits_per_100_tokens),
    }),
};
