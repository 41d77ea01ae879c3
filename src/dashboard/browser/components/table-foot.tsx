import { h } from '../preact.js';
import type { Totals } from '../api.types.js';
import { countOf, formatCredits } from '../format-credits.js';
import { AmountCell } from './amount-cell.js';

/** The count and the sum of every message that matches the filters, shown or not. */
export const TableFoot = ({ totals }: { totals: Totals }) => (
  <tfoot>
    <tr>
      <th scope="row" colSpan={3}>
        <span class="count" translate={false}>
          {countOf(totals.messages, 'message')}
        </span>
      </th>
      <AmountCell amount={formatCredits(totals.credits_used)} />
    </tr>
  </tfoot>
);
