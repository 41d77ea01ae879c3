import type { Credits } from '../pricing/index.js';
import type { Bill } from './bill.js';

/**
 * The most digits that an amount of the bill, or a sum of some that make up `total`, can have: those
 * of `total` before the point, and the decimal places of the finest price.
 */
export const countAmountDigits = (bill: Bill, { units, scale }: Credits): number => {
  const beforePoint = String(units).replace('-', '').length - scale;
  const decimals = bill.namedReports.reduce((most, { cost }) => Math.max(most, cost?.scale ?? 0), bill.scale);
  return Math.max(beforePoint, 1) + decimals;
};
