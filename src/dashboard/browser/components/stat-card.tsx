import { type ComponentChildren, h } from '../preact.js';
import { Figure } from './figure.js';

interface StatCardProps {
  readonly name: string;
  /** `undefined` while it loads. */
  readonly value: string | undefined;
  readonly note: ComponentChildren;
}

/** One number with its name above it and a note below it. */
export const StatCard = ({ name, value, note }: StatCardProps) => (
  <div class="card">
    <h3>{name}</h3>
    <p class={value === undefined ? 'value skeleton' : 'value'}>
      {value === undefined ? '\u00a0' : <Figure value={value} />}
    </p>
    <p class="note">{value === undefined ? '\u00a0' : note}</p>
  </div>
);
