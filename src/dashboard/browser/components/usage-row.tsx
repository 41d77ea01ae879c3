import { h } from '../preact.js';
import type { Entry } from '../api.types.js';
import { formatCredits } from '../format-credits.js';
import { formatMinute } from '../format-time.js';
import { endsSelection } from '../text-selection.js';
import { AmountCell } from './amount-cell.js';
import { PureComponent } from './pure-component.js';

interface UsageRowProps {
  readonly entry: Entry;
  readonly timeZone: string;
  /** Whether the receipt of this message is open. */
  readonly isOpen: boolean;
  readonly open: (message: number) => void;
}

/** A message of the bill. A click anywhere in the row opens the receipt; the button in it serves the keyboard. */
export class UsageRow extends PureComponent<UsageRowProps> {
  override render({ entry, timeZone, isOpen, open }: UsageRowProps) {
    const { message_id: id, timestamp, report_name: report = '', credits_used: amount } = entry;
    return (
      <tr class={isOpen ? 'open' : undefined} onClick={(event) => endsSelection(event) || open(id)}>
        <td class="id">
          <button type="button" class="link" data-message={id} aria-label={`Message ${id}: open the receipt`}>
            {id}
          </button>
        </td>
        <td class="time">
          <time dateTime={timestamp}>{formatMinute(timestamp, timeZone)}</time>
        </td>
        <td class="report" dir="auto" title={report === '' ? undefined : report}>
          {report}
        </td>
        <AmountCell amount={formatCredits(amount)} />
      </tr>
    );
  }
}
