import { Fragment, h } from '../preact.js';
import type { Credits } from '../../../pricing/credits.js';
import type { Receipt } from '../api.types.js';
import { formatCredits } from '../format-credits.js';
import { MarkedText } from './marked-text.js';
import { ReceiptAdjustments } from './receipt-adjustments.js';
import { ReceiptFacts } from './receipt-facts.js';
import { ReceiptLines } from './receipt-lines.js';

interface ReceiptViewProps {
  readonly receipt: Receipt;
  readonly isBilled: boolean;
  readonly timeZone: string;
  readonly total: Credits | undefined;
}

/**
 * A receipt: its basis, its lines with what was booked beside them and, of the bill's, its facts
 * and the text with its charges marked, if the service shows texts.
 */
export const ReceiptView = ({ receipt, isBilled, timeZone, total }: ReceiptViewProps) => (
  <article>
    <p class="total">
      <strong translate={false}>{formatCredits(receipt.credits_used)}</strong> credits, priced by {formatBasis(receipt)}
    </p>
    {isBilled && <ReceiptFacts receipt={receipt} timeZone={timeZone} total={total} />}
    <ReceiptLines lines={receipt.lines} />
    <ReceiptAdjustments receipt={receipt} timeZone={timeZone} />
    {isBilled && receipt.basis !== 'report' && (
      <>
        <h3>What was charged</h3>
        {receipt.text === undefined ? (
          <p class="quiet">
            This service does not show message texts. The lines above say how much of each was charged.
          </p>
        ) : (
          <MarkedText text={receipt.text} receipt={receipt} />
        )}
      </>
    )}
  </article>
);

const formatBasis = ({ basis, report, rate_card: { id } }: Receipt): string => {
  if (basis === 'report') return `the report “${report?.name}” (${report?.id})`;
  if (basis === 'text') return `its text with price list “${id}”`;
  return `its text with price list “${id}”, because report ${report?.id} does not exist`;
};
