import { h } from '../preact.js';

interface StatementTableProps {
  readonly name: string;
  /** The heads of the columns; those of `amounts` hold numbers. */
  readonly heads: readonly string[];
  /** How many columns at the end hold numbers. */
  readonly amounts: number;
  /** Indexes of columns that a phone leaves out, so that the amount is in sight. */
  readonly spare?: readonly number[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
  /** The cells of the last row, which sums up. */
  readonly sum: readonly string[];
}

/** A table of a statement. Its head is repeated on each printed page; its sum is not. */
export const StatementTable = ({ name, heads, amounts, spare = [], rows, sum }: StatementTableProps) => {
  const toClass = (column: number): string =>
    [column >= heads.length - amounts && 'amount', spare.includes(column) && 'spare'].filter(Boolean).join(' ');
  return (
    <section>
      <h2>{name}</h2>
      <div class="scroll" role="region" aria-label={name} tabIndex={0}>
        <table aria-label={name}>
          <thead>
            <tr>
              {heads.map((head, column) => (
                <th key={head} scope="col" class={toClass(column)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody translate={false}>
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, column) => (
                  <td key={column} class={toClass(column)} dir="auto">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              {sum.map((cell, column) => (
                <td key={column} class={toClass(column)} dir="auto">
                  {cell}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
};
