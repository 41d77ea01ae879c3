import type { LedgerComparison } from '../billing/ledger-comparison.js';
import { isEqual, minus, sum } from '../pricing/index.js';

/**
 * `equal`: message for message the same. `explained`: the messages that differ make the whole
 * difference of the totals. `unrelated`: upstream does not send the open period, or the totals differ
 * by something else.
 */
export const VERDICTS = ['equal', 'explained', 'unrelated'] as const;

export type ReconciliationVerdict = (typeof VERDICTS)[number];

export const verdictOn = (comparison: LedgerComparison): ReconciliationVerdict => {
  const { upstream, ledger, missing, added, changed, carried } = comparison;
  const parts = [missing, added, changed, carried];
  const isExplained = isEqual(minus(ledger.credits, upstream.credits), sum(parts.map(({ credits }) => credits)));
  if (upstream.is !== 'same_period' || !isExplained) return 'unrelated';
  return parts.some(({ messages }) => messages > 0) ? 'explained' : 'equal';
};
