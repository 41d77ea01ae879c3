import { credits, type Credits, toUnits, ZERO } from '../../pricing/index.js';

/** Parses each different price of a period once: many messages have few different prices. */
export class RecurringPrices {
  private readonly amounts: Credits[] = [];
  private readonly indexes = new Map<string, number>();
  /** The most decimal places that one of the prices has, at least 2. */
  scale = ZERO.scale;

  /** The index of a price, given as a decimal. Throws a RangeError for any other text. */
  indexOf(decimal: string): number {
    const known = this.indexes.get(decimal);
    if (known !== undefined) return known;
    const amount = credits(decimal);
    const index = this.amounts.push(amount) - 1;
    this.scale = Math.max(this.scale, amount.scale);
    this.indexes.set(decimal, index);
    return index;
  }

  /**
   * The prices by index, in units of 10^-`scale` credits. Throws a RangeError if one is not a safe
   * integer of units.
   */
  inUnits(): number[] {
    return this.amounts.map((amount) => toUnits(amount, this.scale));
  }
}
