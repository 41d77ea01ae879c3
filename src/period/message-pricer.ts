import { createTextPricer, type RateCard } from '../pricing/index.js';
import { parseEpochTime } from '../time/rfc3339.js';
import { mapSchedule, type Schedule, valueAt } from '../time/schedule.js';

/** Prices the texts of messages, to the total alone. */
export interface MessagePricer {
  /** Decimal places of a unit: a unit is 10^-scale credits. */
  readonly scale: number;
  /**
   * What the text of a message with this RFC 3339 timestamp costs, in units. Throws a RangeError if
   * that is not a safe integer.
   */
  readonly priceInUnits: (text: string, timestamp: string) => number;
}

/**
 * Prices each message by the card in force at its timestamp. For a schedule of one card it is that
 * card's text pricer itself, which looks at no timestamp.
 */
export const createMessagePricer = (cards: Schedule<RateCard>): MessagePricer => {
  const pricers = mapSchedule(cards, createTextPricer);
  if (pricers.later.length === 0) return pricers.first;

  const scale = Math.max(pricers.first.scale, ...pricers.later.map(({ value }) => value.scale));
  const prices = mapSchedule(pricers, ({ scale: own, priceInUnits }) => ({
    priceInUnits,
    factor: 10 ** (scale - own),
  }));
  return {
    scale,
    priceInUnits: (text, timestamp) => {
      const { priceInUnits, factor } = valueAt(prices, parseEpochTime(timestamp));
      return toSafe(priceInUnits(text) * factor);
    },
  };
};

const toSafe = (units: number): number => {
  if (!Number.isSafeInteger(units)) throw new RangeError(`${units} units are not a safe integer`);
  return units;
};
