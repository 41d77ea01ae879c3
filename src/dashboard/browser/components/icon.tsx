import { h } from '../preact.js';

/** Strokes on a grid of 16 by 16. */
const PATHS = {
  calendar: 'M2.5 6.5h11M5 1.5v3m6-3v3M3.5 3h9a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1Z',
  chevron: 'm4 6 4 4 4-4',
  clear: 'm4 4 8 8m0-8-8 8',
  download: 'M8 2v8m0 0 3-3m-3 3L5 7M2.5 11v1.5a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V11',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  key: 'M9.5 6.5 14 2m-2 2 1.5 1.5M10 9a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0Z',
  print: 'M4.5 6V2h7v4m-7 5.5h-2V7a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v4.500h-2M4.500 9.500h7V14h-7Z',
  refresh: 'M13.500 8A5.500 5.500 0 1 1 11.700 3.900M13.500 1.500V5H10',
  search: 'm10.500 10.500 3.500 3.500M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0Z',
  tick: 'm3 8.500 3.500 3.500L13 4.500',
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon in the colour of the text: screen readers skip it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
