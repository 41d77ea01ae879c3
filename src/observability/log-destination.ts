import { type DestinationStream, pino } from 'pino';
import type { Settings } from '../config/settings.js';

/** Bytes: some twenty lines. */
const WRITTEN_AT_ONCE = 4096;
const LONGEST_WAIT_MS = 100;

export const LOG_DESTINATION = Symbol('LOG_DESTINATION');

/**
 * Standard output: JSON lines for a collector, one readable line each for a person at a terminal. Lines are written some at a time, a
 * tenth of a second late at most, and the last ones when the process exits.
 */
export const logDestination = async ({ production }: Pick<Settings, 'production'>): Promise<DestinationStream> => {
  if (process.stdout.isTTY && !production) {
    // Seldom: in production nobody waits for it to load.
    const { PinoPretty } = await import('pino-pretty');
    return PinoPretty({ sync: true, ignore: 'pid,hostname,context', singleLine: true });
  }
  return (standardOutput ??= linesToStandardOutput());
};

/** One for all applications of a process, as standard output is: tests make several. */
let standardOutput: DestinationStream | undefined;

const linesToStandardOutput = (): DestinationStream => {
  // Synchronous, though it waits for the collector: at exit the other way would try for ever to write into a closed pipe.
  const lines = pino.destination({ sync: true, minLength: WRITTEN_AT_ONCE, periodicFlush: LONGEST_WAIT_MS });
  process.once('exit', () => lines.flush());
  return lines;
};
