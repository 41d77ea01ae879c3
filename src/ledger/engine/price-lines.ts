import { credits, type Credits, type PriceLine, toPlainDecimal } from '../../pricing/index.js';

/** Writes the lines of a price as JSON, with amounts as decimal text. */
export const writePriceLines = (lines: readonly PriceLine[]): string =>
  JSON.stringify(lines, (_, value: unknown) => (isCredits(value) ? toPlainDecimal(value) : value));

/** The inverse of {@link writePriceLines}. */
export const readPriceLines = (json: string): PriceLine[] =>
  JSON.parse(json, (key, value: unknown) =>
    AMOUNTS.has(key) && typeof value === 'string' ? credits(value) : value,
  ) as PriceLine[];

const AMOUNTS = new Set(['credits', 'rate']);

const isCredits = (value: unknown): value is Credits =>
  typeof value === 'object' && value !== null && 'units' in value && 'scale' in value;
