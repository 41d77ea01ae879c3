import { parseEpochMs } from './epoch.js';

const OFFSET = /(?:[Zz]|[+-]\d\d:\d\d)$/;

/**
 * The local time that a timestamp states, without its offset, in milliseconds from 1970 to it. The
 * timestamp must satisfy isTimestamp.
 */
export const parseLocalMs = (timestamp: string): number => parseEpochMs(timestamp.replace(OFFSET, 'Z'));
