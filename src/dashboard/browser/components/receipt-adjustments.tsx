import { h } from '../preact.js';
import type { Receipt } from '../api.types.js';
import { formatCredits, formatSignedCredits } from '../format-credits.js';
import { formatMinute } from '../format-time.js';
import { AmountCell } from './amount-cell.js';

interface ReceiptAdjustmentsProps {
  readonly receipt: Receipt;
  readonly timeZone: string;
}

/** What was booked beside the price of a message, and what is left of that price. Draws nothing if nothing was booked. */
export const ReceiptAdjustments = ({ receipt, timeZone }: ReceiptAdjustmentsProps) => {
  const { adjustments = [], adjustments_unknown: isUnknown } = receipt;
  if (isUnknown) return <p class="error">Adjustments cannot be read now: there may be some.</p>;
  if (adjustments.length === 0) return undefined;
  return (
    <table class="lines adjustments">
      <caption>Adjustments</caption>
      <thead>
        <tr>
          <th scope="col">Adjustment</th>
          <th scope="col" class="amount">
            Credits
          </th>
          <th scope="col" class="amount">
            Then costs
          </th>
        </tr>
      </thead>
      <tbody>
        {adjustments.map(({ number, kind, reason, author, made_at: madeAt, credits, now }) => (
          <tr key={number}>
            <th scope="row">
              {number}: {reason}{' '}
              <span class="quiet">
                {kind} by {author}, {formatMinute(madeAt, timeZone)}
              </span>
            </th>
            <AmountCell amount={formatSignedCredits(credits)} />
            <AmountCell amount={now === undefined ? '' : formatCredits(now)} />
          </tr>
        ))}
      </tbody>
    </table>
  );
};
