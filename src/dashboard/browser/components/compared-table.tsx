import { type ComponentChildren, h } from '../preact.js';
import type { ComparedCredits, Comparison } from '../api.types.js';
import { formatCredits, formatSignedCredits } from '../format-credits.js';
import { AmountCell } from './amount-cell.js';

interface ComparedTableProps {
  readonly caption: string;
  /** The header of the first column. */
  readonly nameHeader: string;
  readonly cards: Pick<Comparison, 'baseline' | 'candidate'>;
  readonly rows: readonly (ComparedCredits & { readonly key: string; readonly name: ComponentChildren })[];
}

/** Amounts under both price lists, with their differences. */
export const ComparedTable = ({ caption, nameHeader, cards, rows }: ComparedTableProps) => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
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
            <th scope="row">{name}</th>
            <AmountCell amount={formatCredits(baseline)} />
            <AmountCell amount={formatCredits(candidate)} />
            <AmountCell amount={formatSignedCredits(difference)} />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
