import type { Bill, Share } from './bill.js';
import type { Basis } from './billed-message.js';

/** The shares by what priced their messages, in the order in which bases first occur. */
export const groupByBasis = (bill: Bill, shares: readonly Share[]): ReadonlyMap<Basis, readonly Share[]> => {
  const groups = new Map<Basis, Share[]>();
  for (const share of shares) {
    const basis = bill.basisOf(share.reportIndex);
    const group = groups.get(basis);
    if (group) group.push(share);
    else groups.set(basis, [share]);
  }
  return groups;
};
