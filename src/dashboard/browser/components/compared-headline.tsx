import { h } from '../preact.js';
import type { Comparison } from '../api.types.js';
import { formatCredits, formatSignedCredits } from '../format-credits.js';
import { formatChange } from '../rate-card/format-change.js';

interface ComparedHeadlineProps {
  readonly comparison: Comparison;
  /** Whether it stays in sight while numbers are changed above it. */
  readonly isSticky: boolean;
}

/** What both price lists charge for the period, in a sentence. */
export const ComparedHeadline = ({ comparison: { baseline, candidate, totals }, isSticky }: ComparedHeadlineProps) => {
  const change = formatChange(totals);
  return (
    <p class={isSticky ? 'total sticky' : 'total'} aria-live="polite">
      <strong translate={false}>{formatCredits(totals.candidate)}</strong> credits under “{candidate.id}” instead of{' '}
      <strong translate={false}>{formatCredits(totals.baseline)}</strong> under “{baseline.id}”:{' '}
      <span translate={false}>{formatSignedCredits(totals.difference)}</span>
      {change && <span translate={false}> ({change})</span>}
    </p>
  );
};
