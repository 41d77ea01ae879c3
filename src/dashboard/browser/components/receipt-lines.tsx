import { Fragment, h } from '../preact.js';
import type { ReceiptLine, ReceiptPart } from '../api.types.js';
import { formatCredits, formatSignedCredits } from '../format-credits.js';
import { AmountCell } from './amount-cell.js';

/** The lines of a price with their running total; the last running total is the price. */
export const ReceiptLines = ({ lines }: { lines: readonly ReceiptLine[] }) => (
  <table class="lines">
    <thead>
      <tr>
        <th scope="col">Line</th>
        <th scope="col" class="amount">
          Credits
        </th>
        <th scope="col" class="amount">
          Total so far
        </th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <Fragment key={line.rule}>
          <tr>
            <th scope="row">
              {line.label}
              <Quantity {...line} />
            </th>
            <AmountCell amount={formatSignedCredits(line.credits)} />
            <AmountCell amount={formatCredits(line.running_total)} />
          </tr>
          {line.parts?.map((part) => (
            <PartRow key={part.label} {...part} />
          ))}
        </Fragment>
      ))}
    </tbody>
  </table>
);

const Quantity = ({ quantity, unit, rate }: ReceiptLine) =>
  quantity === undefined ? undefined : (
    <span class="quiet">
      {' '}
      {quantity} {quantity === 1 ? unit : `${unit}s`}
      {rate !== undefined && ` × ${formatCredits(rate)}`}
    </span>
  );

const PartRow = ({ label, quantity, rate, credits }: ReceiptPart) => (
  <tr class="part">
    <th scope="row">
      {label}{' '}
      <span class="quiet">
        {quantity} × {formatCredits(rate)}
      </span>
    </th>
    <AmountCell amount={formatCredits(credits)} />
    <td />
  </tr>
);
