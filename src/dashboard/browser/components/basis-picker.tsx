import { h } from '../preact.js';
import type { Basis } from '../api.types.js';
import { BASIS_NAMES } from '../filters-in-words.js';
import { BASES } from '../view.js';

interface BasisPickerProps {
  readonly basis: Basis | undefined;
  readonly choose: (basis: Basis | undefined) => void;
}

/** Filters by what priced a message. */
export const BasisPicker = ({ basis, choose }: BasisPickerProps) => (
  <label class={basis === undefined ? 'chip extra' : 'chip extra on'}>
    <span class="chip-name">Priced by</span>
    <select
      value={basis ?? ''}
      onChange={({ currentTarget: { value } }) => choose(value === '' ? undefined : (value as Basis))}
    >
      <option value="">All</option>
      {BASES.map((each) => (
        <option key={each} value={each}>
          {BASIS_NAMES[each]}
        </option>
      ))}
    </select>
  </label>
);
