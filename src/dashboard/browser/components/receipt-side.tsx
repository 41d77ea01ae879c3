import { h } from '../preact.js';
import type { Credits } from '../../../pricing/credits.js';
import type { Receipt } from '../api.types.js';
import type { Resource } from '../slot.js';
import { Failure } from './failure.js';
import { ReceiptView } from './receipt-view.js';

interface ReceiptSideProps {
  readonly id: number;
  readonly receipts: Resource<readonly Receipt[]> | undefined;
  /** Whether these are the receipts of the bill, and not those under the candidate. */
  readonly isBilled: boolean;
  readonly timeZone: string;
  /** What the period costs; `undefined` while it loads. */
  readonly total: Credits | undefined;
  readonly retry: () => void;
}

/** All receipts of a message id: upstream may have sent the id more than once. */
export const ReceiptSide = ({ id, receipts, retry, ...view }: ReceiptSideProps) => {
  if (receipts?.problem) return <Failure problem={receipts.problem} retry={retry} />;
  // While the next receipt loads, the slot still has the previous one.
  const body = receipts?.body?.every(({ message_id: message }) => message === id) ? receipts.body : undefined;
  return (
    <div class="receipts" aria-busy={!body}>
      {body?.map((receipt, index) => <ReceiptView key={index} receipt={receipt} {...view} />) ?? (
        <p class="skeleton tall">Loading the receipt …</p>
      )}
    </div>
  );
};
