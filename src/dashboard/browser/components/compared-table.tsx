import { type ComponentChildren, h } from '../preact.js';
import { inCredits, signed } from '../format-credits.js';
import type { ComparedCredits, Comparison } from '../api.types.js';
import { AmountCell } from './amount-cell.js';

interface ComparedTableProps {
  readonly caption: string;
  readonly first: string;
  readonly cards: Pick<Comparison, 'baseline' | 'candidate'>;
  readonly rows: readonly (ComparedCredits & { readonly key: string; readonly name: ComponentChildren })[];
}

/** Amounts by both price lists, with what is between them. */
export const ComparedTable = ({ caption, first, cards, rows }: ComparedTableProps) => (
  <div class="scroll" role="region" aria-label={caption} tabIndex={0}>
    <table class="compared">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
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
            <AmountCell amount={inCredits(baseline)} />
            <AmountCell amount={inCredits(candidate)} />
            <AmountCell amount={signed(difference)} />
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
