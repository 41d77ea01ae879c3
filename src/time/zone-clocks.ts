import { ZoneClock } from './zone-clock.js';

/** Number of clocks in the cache; the least recently used one is dropped. */
export const MAX_CLOCKS = 64;

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of a time zone, from a cache. The name must satisfy isTimeZone; its case does not
 * matter.
 */
export const getZoneClock = (timeZone: string): ZoneClock => {
  const name = timeZone.toLowerCase();
  const clock = clocks.get(name) ?? new ZoneClock(name);
  // A Map keeps its keys in insertion order, so the first key is the least recently used one.
  clocks.delete(name);
  clocks.set(name, clock);
  const [oldest] = clocks.keys();
  if (clocks.size > MAX_CLOCKS && oldest !== undefined) clocks.delete(oldest);
  return clock;
};
