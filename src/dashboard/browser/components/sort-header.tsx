import { h } from '../preact.js';
import type { SortField, SortKey } from '../view.js';

interface SortHeaderProps {
  readonly label: string;
  readonly field: SortField;
  readonly sort: readonly SortKey[];
  readonly sortBy: () => void;
}

/** A header that sorts. Where two do, each says which one counts first. */
export const SortHeader = ({ label, field, sort, sortBy }: SortHeaderProps) => {
  const place = sort.findIndex((key) => key.replace('-', '') === field);
  const order = place < 0 ? 'none' : sort[place] === field ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={order} class={field === 'credits_used' ? 'amount' : undefined}>
      <button type="button" onClick={sortBy}>
        {label}
        <span class="order" aria-hidden="true">
          {ARROWS[order]}
          {sort.length > 1 && place >= 0 && <sub>{place + 1}</sub>}
        </span>
        {sort.length > 1 && place >= 0 && (
          <span class="for-screen-readers">, sorts {place === 0 ? 'first' : 'second'}</span>
        )}
      </button>
    </th>
  );
};

const ARROWS = { none: '↕', ascending: '↑', descending: '↓' } as const;
