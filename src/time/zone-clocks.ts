import { ZoneClock } from './zone-clock.js';

/** How many zones are remembered: those that were asked for last. */
export const CLOCKS_KEPT = 64;

const clocks = new Map<string, ZoneClock>();

/** The clock of the zone with an IANA name that {@link isTimeZone} takes, in capitals or not. */
export const clockOf = (timeZone: string): ZoneClock => {
  const name = timeZone.toLowerCase();
  const clock = clocks.get(name) ?? new ZoneClock(name);
  // A map keeps the order in which its keys came.
  clocks.delete(name);
  clocks.set(name, clock);
  const [oldest] = clocks.keys();
  if (clocks.size > CLOCKS_KEPT && oldest !== undefined) clocks.delete(oldest);
  return clock;
};
