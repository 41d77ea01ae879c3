import { h } from '../preact.js';

/** Characters of an amount that a column shows whole: see `.amount` of the style sheet. */
const COLUMN = 32;

/** A cell with an amount. One with more digits than a column has is cut short in sight only: pointing at it shows all of it. */
export const AmountCell = ({ amount }: { amount: string }) => (
  <td class="amount" translate={false} title={amount.length > COLUMN ? amount : undefined}>
    {amount}
  </td>
);
