import { type Credits, shareOf, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';
import { AMOUNT, amountOf, LENGTH, type RuleKind } from '../rule-kind.js';
import { unitsOfCredits } from '../fast/units.js';

interface TokenEstimate {
  /** Characters (code points) that make one token. */
  readonly charactersPerToken: number;
  readonly per100Tokens: Credits;
}

/**
 * Charges the tokens that the text probably has: its characters divided by `charactersPerToken`, fractions of a token
 * included. The one rule that rounds: half-up to hundredths, once, over the whole message.
 */
export const tokenEstimate = ({ charactersPerToken, per100Tokens }: TokenEstimate): PricingRule => ({
  code: 'token_estimate',
  label: `Tokens, estimated as characters / ${charactersPerToken}`,
  description: `characters / ${charactersPerToken} = tokens, ${toDecimal(per100Tokens)} for 100 tokens, rounded half-up to 2 decimals`,
  charge: ({ characters: { length: quantity } }) =>
    quantity > 0
      ? { quantity, unit: 'character', credits: shareOf(per100Tokens, quantity, 100 * charactersPerToken) }
      : undefined,
  spans: ({ characters: { length } }) => [[0, length]],
  fast: {
    scale: HUNDREDTHS,
    at: (scale) => {
      const units = unitsOfCredits(per100Tokens, per100Tokens.scale);
      const divisor = charactersPerToken * 10 ** per100Tokens.scale;
      return (_text, { characters }) => dividedHalfUp(units * characters, divisor) * 10 ** (scale - HUNDREDTHS);
    },
  },
});

const HUNDREDTHS = 2;

/** NaN where the numbers on the way are no safe integers. Subtracting the remainder first leaves a division that cannot round. */
const dividedHalfUp = (dividend: number, divisor: number): number => {
  const doubled = 2 * dividend + divisor;
  return Number.isSafeInteger(doubled) ? (doubled - (doubled % (2 * divisor))) / (2 * divisor) : Number.NaN;
};

export const TOKEN_ESTIMATE: RuleKind<{ characters_per_token: number; credits_per_100_tokens: number }> = {
  code: 'token_estimate',
  parameters: { characters_per_token: LENGTH, credits_per_100_tokens: AMOUNT },
  create: (card) =>
    tokenEstimate({
      charactersPerToken: card.characters_per_token,
      per100Tokens: amountOf(card.credits_per_100_tokens),
    }),
};
