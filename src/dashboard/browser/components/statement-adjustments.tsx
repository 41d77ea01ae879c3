import { h } from '../preact.js';
import type { Adjustment } from '../api.types.js';
import type { Amount } from '../exact-json.js';
import { formatSignedCredits } from '../format-credits.js';
import { formatMinute } from '../format-time.js';
import { StatementTable } from './statement-table.js';

interface StatementAdjustmentsProps {
  readonly adjustments: readonly Adjustment[];
  /** What they come to together, by the ledger. */
  readonly sum: Amount;
  readonly timeZone: string;
}

/** What was booked in the period beside what its messages cost. */
export const StatementAdjustments = ({ adjustments, sum, timeZone }: StatementAdjustmentsProps) => (
  <StatementTable
    name="Adjustments"
    heads={['No.', 'Booked', 'For', 'Reason', 'By', 'Credits']}
    amounts={1}
    spare={[1, 4]}
    rows={adjustments.map(({ number, made_at: madeAt, message, kind, reason, author, credits }) => ({
      key: String(number),
      cells: [
        String(number),
        formatMinute(madeAt, timeZone),
        message ? `Message ${message.id} of ${message.period}` : kind,
        reason,
        author,
        formatSignedCredits(credits),
      ],
    }))}
    sum={['Total', '', '', '', '', formatSignedCredits(sum)]}
  />
);
