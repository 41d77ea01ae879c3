export { credits, type Credits, plus, sum, toDecimal, toNumber, ZERO } from './credits.js';
export { type Price, type PriceLine, priceReport, priceText } from './price.js';
export type { RateCard } from './rate-card.js';
export { STANDARD } from './rate-cards/standard.js';
