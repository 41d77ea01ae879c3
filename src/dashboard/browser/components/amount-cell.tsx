import { h } from '../preact.js';

/**
 * How many characters of an amount fit a column. It follows from the `max-width` of `.amount` in
 * table.css.
 */
const COLUMN_CHARACTERS = 32;

/**
 * A table cell with an amount. An amount too long for the column is cut off visually and shown
 * whole in a tooltip.
 */
export const AmountCell = ({ amount }: { amount: string }) => (
  <td class="amount" translate={false} title={amount.length > COLUMN_CHARACTERS ? amount : undefined}>
    {amount}
  </td>
);
