import { type Credits, sum, times, toDecimal } from '../credits.js';
import type { ChargePart, PricingRule } from '../pricing-rule.js';

/** Words of up to `maxLength` characters, or of any length where it is absent. */
export interface LengthBand {
  readonly maxLength?: number;
  readonly rate: Credits;
}

/** Charges each word by its length in code points. Bands ascend, and the last one is open; a word belongs to the first that fits. */
export const wordLength = ({ bands }: { bands: readonly LengthBand[] }): PricingRule => ({
  code: 'word_length',
  label: 'Words by length',
  description: `each word of ${bands.map((band, index) => `${spanOf(bands, index)} characters +${toDecimal(band.rate)}`).join(', of ')}`,
  charge: ({ words }) => {
    if (words.length === 0) return undefined;
    const counts = new Map<LengthBand, number>();
    for (const { length } of words) {
      const band = bands.find(({ maxLength }) => maxLength === undefined || length <= maxLength);
      if (band) counts.set(band, (counts.get(band) ?? 0) + 1);
    }
    const parts = bands.flatMap((band, index): ChargePart[] => {
      const quantity = counts.get(band) ?? 0;
      const label = `Words of ${spanOf(bands, index)} characters`;
      return quantity > 0 ? [{ label, quantity, rate: band.rate, credits: times(band.rate, quantity) }] : [];
    });
    return { quantity: words.length, unit: 'word', parts, credits: sum(parts.map((part) => part.credits)) };
  },
});

const spanOf = (bands: readonly LengthBand[], index: number): string => {
  const shortest = (bands[index - 1]?.maxLength ?? 0) + 1;
  const longest = bands[index]?.maxLength;
  return longest === undefined ? `${shortest} or more` : `${shortest}-${longest}`;
};
