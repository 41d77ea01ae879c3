/*
 * Speed trick: makes the lines of a price from the measure of the text.
 * Replaces: `priceText(card, text).lines`, which makes a string per character and per word.
 * Gain: bench row 9, where the ledger explains every text of a first reading; 4.7 us against 21 us for
 * a text, on a busy machine.
 * Drop it: with text-pricer.ts, whose charges it adds up.
 * Held by line-pricer.properties.spec.ts.
 */
import { toCredits } from '../credits.js';
import { type PriceLine, priceText } from '../price.js';
import type { PricingRule } from '../pricing-rule.js';
import type { RateCard } from '../rate-card.js';
import { measureText } from './measure-text.js';
import { scaleOf } from './text-pricer.js';

/** Prices a text to the lines of {@link priceText}, without spans. */
export type LinePricer = (text: string) => readonly PriceLine[];

/**
 * Makes the line pricer of a rate card. Falls back to {@link priceText}, slower and as exact, for a
 * card that has a rule whose lines it cannot make, and for a text of which it cannot tell whether a
 * rule makes a line of 0 credits or whether a charge exceeds the safe integers.
 */
export const createLinePricer = (card: RateCard): LinePricer => {
  const scale = scaleOf(card);
  const rules = card.rules.flatMap((rule) => toFastRule(rule, scale));
  const priceInFull: LinePricer = (text) => priceText(card, text).lines;
  if (rules.length < card.rules.length) return priceInFull;
  return (text) => {
    const measure = measureText(text);
    const lines: PriceLine[] = [];
    let units = 0;
    let moved = 0;
    for (const { code: rule, label, charge, describe } of rules) {
      const added = charge(text, measure, units);
      moved += Math.abs(added);
      if (!(moved <= Number.MAX_SAFE_INTEGER) || (added === 0 && units === 0)) return priceInFull(text);
      units += added;
      if (added !== 0) lines.push({ rule, label, ...describe(measure), credits: toCredits(added, scale) });
    }
    return lines;
  };
};

const toFastRule = ({ code, label, fast }: PricingRule, scale: number) =>
  fast?.describe ? [{ code, label, charge: fast.createCharge(scale), describe: fast.describe }] : [];
