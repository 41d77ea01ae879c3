export {
  credits,
  type Credits,
  toCredits,
  isEqual,
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
export { ParameterError } from './parameter.error.js';
export { MAX_DECIMALS } from './rule-kind.js';
export type { Example } from './example.js';
export {
  RATE_CARD_SCHEMA,
  type RateCard,
  type WrittenRateCard,
  type RateCardDocument,
  createRateCard,
} from './rate-card.js';
export { BUNDLED_RATE_CARDS } from './rate-cards/bundled.js';
export { STANDARD } from './rate-cards/standard.js';
export { type LinePricer, createLinePricer } from './fast/line-pricer.js';
export { type TextPricer, createTextPricer } from './fast/text-pricer.js';
export { formatUnits } from './fast/units.js';
export { findVectors } from './vectors.js';
