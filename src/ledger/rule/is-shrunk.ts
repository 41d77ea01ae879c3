import { UNPAIRED } from './pair-by-identity.js';
import { isLive } from './line.js';
import type { PeriodBook } from './period-book.js';
import type { Sighting } from './sighting.js';

/** A period of so few messages loses more than half of them to an ordinary deletion. */
const TOO_FEW_TO_JUDGE = 3;

/**
 * Whether most of the open period is gone while something new has come: this may be the next
 * period's answer that still has some old messages. A truncated answer has nothing new.
 */
export const isShrunk = (open: PeriodBook, { own, unknown }: Sighting, nowMs: number, graceMs: number): boolean => {
  if (unknown.length === 0) return false;
  const seen = new Set(own.filter((entry) => entry !== UNPAIRED));
  const live = [...open.lines.entries()].flatMap(([entry, line]) => (isLive(line, nowMs, graceMs) ? [entry] : []));
  const gone = live.filter((entry) => !seen.has(entry));
  return live.length > TOO_FEW_TO_JUDGE && 2 * gone.length > live.length;
};
