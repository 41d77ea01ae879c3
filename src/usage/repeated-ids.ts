import type { Bill } from './bill.js';

/** How many messages have the id of another one that comes before them in some order. */
export const countRepeated = (bill: Bill): number => {
  if (bill.idsAscend) return 0;
  const ids = new Float64Array(bill.length);
  for (let row = 0; row < ids.length; row += 1) ids[row] = bill.messageId(row);
  // Natively, and without a set of a million: no entry for each message outlives this.
  return ids.sort().reduce((repeated, id, place) => repeated + Number(id === ids[place - 1]), 0);
};
