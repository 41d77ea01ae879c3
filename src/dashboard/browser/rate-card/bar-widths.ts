import { credits, type Credits, isLess, times, ZERO } from '../../../pricing/credits.js';
import type { ComparedCredits } from '../api.types.js';
import type { Amount } from '../exact-json.js';
import { toHeightScale } from '../height-scale.js';

/** The width of the bar of a difference, as CSS: the largest difference of the rows has `100%`. */
export const toBarWidths = (rows: readonly ComparedCredits[]): ((difference: Amount) => string) => {
  const sizes = rows.map(({ difference }) => toSize(difference));
  const largest = sizes.reduce((most, size) => (isLess(most, size) ? size : most), ZERO);
  if (!isLess(ZERO, largest)) return () => '0%';
  const { toHeight } = toHeightScale(largest);
  const whole = toHeight(largest);
  return (difference) => `${(100 * toHeight(toSize(difference))) / whole}%`;
};

const toSize = (difference: Amount): Credits => {
  const amount = credits(difference);
  return isLess(amount, ZERO) ? times(amount, -1) : amount;
};
