import { priceText } from '../price.js';
import type { RateCard } from '../rate-card.js';
import { measureText } from './measure-text.js';
import type { UnitCharge } from '../pricing-rule.js';
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

  const unitsOf = inTurn(faces.map((face) => face.at(scale)));
  return { scale, unitsOf: (text) => unitsOf(text) ?? inFull(text) };
};

const noCharge: UnitCharge = () => 0;

/**
 * Makes the charges on a text one after the other. Nothing where a charge or a subtotal may be too large for a number, though the
 * total is not: a later minimum replaces it. Each of the first eight is called from a place of its own: there the engine always meets
 * the same function, and compiles it in; in the one place of a loop it meets all of them.
 */
const inTurn = (charges: readonly UnitCharge[]): ((text: string) => number | undefined) => {
  const [first = noCharge, second = noCharge, third = noCharge, fourth = noCharge, ...others] = charges;
  const [fifth = noCharge, sixth = noCharge, seventh = noCharge, eighth = noCharge, ...last] = others;
  return (text) => {
    const measure = measureText(text);
    let units = 0;
    // No subtotal is larger than all charges together, whatever their signs.
    let moved = 0;
    let added = 0;
    added = first(text, measure, units);
    moved += Math.abs(added);
    units += added;
    added = second(text, measure, units);
    moved += Math.abs(added);
    units += added;
    added = third(text, measure, units);
    moved += Math.abs(added);
    units += added;
    added = fourth(text, measure, units);
    moved += Math.abs(added);
    units += added;
    added = fifth(text, measure, units);
    moved += Math.abs(added);
    units += added;
    added = sixth(text, measure, units);
    moved += Math.abs(added);
    units += added;
    added = seventh(text, measure, units);
    moved += Math.abs(added);
    units += added;
    added = eighth(text, measure, units);
    moved += Math.abs(added);
    units += added;
    for (const charge of last) {
      added = charge(text, measure, units);
      moved += Math.abs(added);
      units += added;
    }
    return moved <= Number.MAX_SAFE_INTEGER ? units : undefined;
  };
};
