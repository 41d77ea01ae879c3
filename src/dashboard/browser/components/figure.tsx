import { h } from '../preact.js';

/** More characters than this are not read but copied: they take four lines, and a tooltip has them whole. */
const LONG = 40;

/**
 * A number as large as its card allows: the more digits, the smaller, down to the size of the text
 * around it.
 */
export const Figure = ({ value }: { value: string }) => (
  <span
    class={value.length > LONG ? 'figure long' : 'figure'}
    translate={false}
    title={value.length > LONG ? value : undefined}
    style={{ '--characters': Math.max(value.length, 4) }}
  >
    {value}
  </span>
);
