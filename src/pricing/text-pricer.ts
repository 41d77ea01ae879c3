import { priceText } from './price.js';
import type { RateCard } from './rate-card.js';
import { measureText } from './measure-text.js';
import { unitsOfCredits } from './units.js';

/**
 * Prices texts by one card to the total alone. It is there because a bill of a million messages needs no lines, and making
 * them takes most of its time: what is counted here in one pass and added up in whole numbers is priced in full by
 * {@link priceText}, to which text-pricer.properties.spec.ts holds it.
 */
export interface TextPricer {
  /** Decimal places of the unit: a unit is 10^-scale credits. Between 2 and 4. */
  readonly scale: number;
  /** The total in units. Throws a RangeError where no safe integer holds it. */
  readonly unitsOf: (text: string) => number;
}

const COARSEST = 2;
const FINEST = 4;

/** A card with a rule that has no fast face is priced by {@link priceText}, slowly and just as exactly. */
export const textPricerOf = (card: RateCard): TextPricer => {
  const faces = card.rules.flatMap(({ fast }) => fast ?? []);
  const isFast = faces.length === card.rules.length;
  const scale = isFast ? Math.max(COARSEST, ...faces.map((face) => face.scale)) : FINEST;
  const inFull = (text: string): number => unitsOfCredits(priceText(card, text).total, scale);
  if (!isFast) return { scale, unitsOf: inFull };

  const charges = faces.map((face) => face.at(scale));
  const unitsOf = (text: string): number => {
    const measure = measureText(text);
    let units = 0;
    for (const charge of charges) {
      const added = charge(text, measure, units);
      units += added;
      // A charge or a subtotal may be too large for a total that is not: a later minimum replaces it.
      if (!Number.isSafeInteger(added) || !Number.isSafeInteger(units)) return inFull(text);
    }
    return units;
  };
  return { scale, unitsOf };
};
