import { type DestinationStream, pino } from 'pino';
import { PinoPretty } from 'pino-pretty';
import type { Settings } from '../config/settings.js';

export const LOG_DESTINATION = Symbol('LOG_DESTINATION');

/** Standard output: JSON lines for a collector, one readable line each for a person at a terminal. */
export const logDestination = ({ production }: Pick<Settings, 'production'>): DestinationStream =>
  process.stdout.isTTY && !production
    ? PinoPretty({ sync: true, ignore: 'pid,hostname,context', singleLine: true })
    : pino.destination({ sync: true });
