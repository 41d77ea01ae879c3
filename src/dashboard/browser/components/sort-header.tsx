import { h } from '../preact.js';
import type { SortField, SortKey } from '../sort.js';

interface SortHeaderProps {
  readonly label: string;
  readonly field: SortField;
  readonly sort: readonly SortKey[];
  readonly sortBy: () => void;
}

/** A column header that sorts the table. If two columns sort, each header shows its rank. */
export const SortHeader = ({ label, field, sort, sortBy }: SortHeaderProps) => {
  const rank = sort.findIndex((key) => key.replace('-', '') === field);
  const order = rank < 0 ? 'none' : sort[rank] === field ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={order} class={field === 'credits_used' ? 'amount' : 'report'}>
      <button type="button" onClick={sortBy}>
        {label}
        <span class="order" aria-hidden="true">
          {ARROWS[order]}
          {sort.length > 1 && rank >= 0 && <sub>{rank + 1}</sub>}
        </span>
        {sort.length > 1 && rank >= 0 && (
          <span class="for-screen-readers">, sorts {rank === 0 ? 'first' : 'second'}</span>
        )}
      </button>
    </th>
  );
};

const ARROWS = { none: '↕', ascending: '↑', descending: '↓' } as const;
