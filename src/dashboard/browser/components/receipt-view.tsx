import { Fragment, h } from '../preact.js';
import type { Receipt } from '../api.types.js';
import { formatCredits } from '../format-credits.js';
import { MarkedText } from './marked-text.js';
import { ReceiptLines } from './receipt-lines.js';

/**
 * A receipt: its basis, its lines and, with `withText`, the text with its charges marked, if the
 * service shows texts.
 */
export const ReceiptView = ({ receipt, withText }: { receipt: Receipt; withText: boolean }) => (
  <article>
    <p class="total">
      <strong translate={false}>{formatCredits(receipt.credits_used)}</strong> credits, priced by {formatBasis(receipt)}
    </p>
    <p class="quiet">
      <time dateTime={receipt.timestamp} translate={false}>
        {receipt.timestamp}
      </time>
    </p>
    <ReceiptLines lines={receipt.lines} />
    {withText && receipt.basis !== 'report' && (
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
  if (basis === 'report') return `the report “${report?.name}”`;
  if (basis === 'text') return `its text with price list “${id}”`;
  return `its text with price list “${id}”, because report ${report?.id} does not exist`;
};
