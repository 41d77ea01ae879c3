export {
  credits,
  type Credits,
  creditsOfUnits,
  isLess,
  minus,
  plus,
  sum,
  times,
  toDecimal,
  toPlainDecimal,
  ZERO,
} from './credits.js';
export type { Span } from './pricing-rule.js';
export { type Price, type PriceLine, priceReport, priceText, priceTextInSteps, type PricingOptions } from './price.js';
export { RATE_CARD_SCHEMA, type RateCard, type RateCardDocument, rateCardOf } from './rate-card.js';
export { BUNDLED_RATE_CARDS } from './rate-cards/bundled.js';
export { STANDARD } from './rate-cards/standard.js';
export { type TextPricer, textPricerOf } from './fast/text-pricer.js';
export { jsonNumberOfUnits } from './fast/units.js';
export { vectorsOf } from './vectors.js';
