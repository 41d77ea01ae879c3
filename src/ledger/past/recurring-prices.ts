import { credits, type Credits, toUnits, ZERO } from '../../pricing/index.js';

/** Decimals that recur, each read once: a period of many messages has few prices. */
export class RecurringPrices {
  private readonly amounts: Credits[] = [];
  private readonly indexes = new Map<string, number>();
  /** Decimal places of the finest of them. */
  scale = ZERO.scale;

  /** The index of a decimal. Throws a RangeError for other text. */
  indexOf(decimal: string): number {
    const known = this.indexes.get(decimal);
    if (known !== undefined) return known;
    const amount = credits(decimal);
    const index = this.amounts.push(amount) - 1;
    this.scale = Math.max(this.scale, amount.scale);
    this.indexes.set(decimal, index);
    return index;
  }

  /** All of them by index, in units of 10^-`scale` credits. Throws a RangeError for one too long. */
  inUnits(): number[] {
    return this.amounts.map((amount) => toUnits(amount, this.scale));
  }
}
