import { credits, isLess, times, ZERO } from '../../../pricing/credits.js';
import type { ComparedCredits } from '../api.types.js';
import { formatPercent } from '../format-credits.js';

/** `-4 %`: the change in whole per cent of the baseline; `undefined` if the baseline is not positive. */
export const formatChange = ({ baseline, difference }: ComparedCredits): string | undefined => {
  const change = credits(difference);
  if (!isLess(ZERO, credits(baseline))) return undefined;
  return isLess(change, ZERO)
    ? `-${formatPercent(times(change, -1), credits(baseline))}`
    : `+${formatPercent(change, credits(baseline))}`;
};
