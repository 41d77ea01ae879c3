import { type ComponentChildren, h } from '../preact.js';
import type { ComparedCredits, Comparison } from '../api.types.js';
import { formatCredits, formatSignedCredits } from '../format-credits.js';
import { toBarWidths } from '../rate-card/bar-widths.js';
import { AmountCell } from './amount-cell.js';

interface ComparedTableProps {
  readonly caption: string;
  /** The header of the first column. */
  readonly nameHeader: string;
  readonly cards: Pick<Comparison, 'baseline' | 'candidate'>;
  readonly rows: readonly (ComparedCredits & { readonly key: string; readonly name: ComponentChildren })[];
}

/**
 * Amounts under both price lists with their differences, and a bar for each difference. Draws
 * nothing if there are no rows.
 */
export const ComparedTable = ({ caption, nameHeader, cards, rows }: ComparedTableProps) => {
  if (rows.length === 0) return undefined;
  const toBarWidth = toBarWidths(rows);
  return (
    <div class="scroll tall" role="region" aria-label={caption} tabIndex={0}>
      <table class="compared">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{nameHeader}</th>
            <th scope="col" class="amount">
              {cards.baseline.id}
            </th>
            <th scope="col" class="amount">
              {cards.candidate.id}
            </th>
            <th scope="col" class="amount">
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, baseline, candidate, difference }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                <span
                  class={difference.startsWith('-') ? 'difference-bar cheaper' : 'difference-bar dearer'}
                  style={{ width: toBarWidth(difference) }}
                />
              </th>
              <AmountCell amount={formatCredits(baseline)} />
              <AmountCell amount={formatCredits(candidate)} />
              <AmountCell amount={formatSignedCredits(difference)} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
