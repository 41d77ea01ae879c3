import type { Bar } from './bars.js';

/** Width of a character of the axis, rounded up. */
const CHARACTER_PX = 7;
/** Least space between two labels. */
const GAP_PX = 16;

/**
 * Indexes of the bars that get a label: the first and every n-th, so that no two overlap in a plot
 * of this width in pixels.
 */
export const toLabelledIndexes = (bars: readonly Bar[], plotWidth: number): number[] => {
  const labelWidth = Math.max(...bars.map(({ label }) => label.length)) * CHARACTER_PX + GAP_PX;
  const step = Math.max(1, Math.ceil((bars.length * labelWidth) / Math.max(plotWidth, 1)));
  return bars.map((_bar, index) => index).filter((index) => index % step === 0);
};
