import { type DestinationStream, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Settings } from '../config/settings.js';

/** Bytes: some twenty lines. */
const WRITTEN_AT_ONCE = 4096;
const LONGEST_WAIT_MS = 100;

export const LOG_DESTINATION = Symbol('LOG_DESTINATION');

/**
 * Standard output: JSON lines for a collector, one readable line each for a person at a terminal. Lines are written some at a time, a
 * tenth of a second late at most, beside the work and not in it: a collector that stops reading holds nobody up. The last ones are
 * written before the process exits.
 */
export const logDestination = ({ production }: Pick<Settings, 'production'>): DestinationStream =>
  process.stdout.isTTY && !production
    ? PinoPretty({ sync: true, ignore: 'pid,hostname,context', singleLine: true })
    : pino.destination({ sync: false, minLength: WRITTEN_AT_ONCE, periodicFlush: LONGEST_WAIT_MS });
