import { h } from '../preact.js';
import { credits, type Credits } from '../../../pricing/credits.js';
import type { Receipt } from '../api.types.js';
import { formatShare } from '../format-share.js';
import { formatMinute } from '../format-time.js';

interface ReceiptFactsProps {
  readonly receipt: Receipt;
  readonly timeZone: string;
  /** What the period costs; `undefined` while it loads. */
  readonly total: Credits | undefined;
}

/** When the message was sent, in the view's zone and in upstream's letters, and its share of the period. */
export const ReceiptFacts = ({ receipt: { timestamp, credits_used: amount }, timeZone, total }: ReceiptFactsProps) => (
  <dl class="receipt-facts">
    <div>
      <dt>Sent</dt>
      <dd translate={false}>
        <time dateTime={timestamp}>{formatMinute(timestamp, timeZone)}</time> <span class="quiet">{timeZone}</span>
      </dd>
    </div>
    <div>
      <dt>As upstream wrote it</dt>
      <dd class="letters" translate={false}>
        {timestamp}
      </dd>
    </div>
    <div>
      <dt>Share of the period</dt>
      <dd translate={false}>{total ? formatShare(credits(amount), total) : '…'}</dd>
    </div>
  </dl>
);
