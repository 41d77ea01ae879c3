/*
 * Speed trick: prices a text to the total alone, in whole numbers and one pass.
 * Replaces: `priceText(card, text).total`, which makes every line of the price.
 * Gain: bench rows 5 and 6; 30 us against 1,250 us for 110 texts, where `JSON.parse` of the payload
 * takes 30 us.
 * Drop it: if bills are ever made of lines, or once `priceText` meets the target of row 5.
 * Held by text-pricer.properties.spec.ts.
 */
import { priceText } from '../price.js';
import type { RateCard } from '../rate-card.js';
import { createChargeSum } from './charge-sum.js';
import { toUnits } from './units.js';

/** Prices texts by one rate card, to the total alone. */
export interface TextPricer {
  /** Decimal places of a unit, between 2 and 4: a unit is 10^-scale credits. */
  readonly scale: number;
  /**
   * The total of the text in units, equal to that of {@link priceText}. Throws a RangeError if it
   * is not a safe integer.
   */
  readonly priceInUnits: (text: string) => number;
}

const COARSEST = 2;
const FINEST = 4;

/** Decimal places of the unit that a card's charges are whole numbers of. */
export const scaleOf = ({ rules }: RateCard): number =>
  Math.max(COARSEST, ...rules.map(({ fast }) => fast?.scale ?? FINEST));

/**
 * Makes the text pricer of a rate card. Falls back to {@link priceText}, slower and as exact, for a
 * card that has a rule without a fast charge and for a text whose charges may exceed the safe
 * integers.
 */
export const createTextPricer = (card: RateCard): TextPricer => {
  const fastCharges = card.rules.flatMap(({ fast }) => fast ?? []);
  const isFast = fastCharges.length === card.rules.length;
  const scale = scaleOf(card);
  const priceInFull = (text: string): number => toUnits(priceText(card, text).total, scale);
  if (!isFast) return { scale, priceInUnits: priceInFull };

  const sumCharges = createChargeSum(fastCharges.map(({ createCharge }) => createCharge(scale)));
  return { scale, priceInUnits: (text) => sumCharges(text) ?? priceInFull(text) };
};
