import type { PeriodBook } from './period-book.js';
import type { HeldReading } from './reading.js';
import { sight } from './sighting.js';

/**
 * The held readings without the late ones that are settled: all their messages are billed by now, or
 * the same answer came again and is held under its newest number.
 */
export const stillHeld = (held: readonly HeldReading[], periods: readonly PeriodBook[]): readonly HeldReading[] =>
  held.some(isLateReading)
    ? held.filter((reading) => !isLateReading(reading) || isWaiting(reading, held, periods))
    : held;

/** No answer that fits settles a late one: the open period has nothing to do with its messages. */
export const isLateReading = ({ reason }: HeldReading): boolean => reason === 'late';

const isWaiting = (
  { number, digest, messages }: HeldReading,
  held: readonly HeldReading[],
  periods: readonly PeriodBook[],
): boolean =>
  !held.some((other) => isLateReading(other) && other.digest === digest && other.number > number) &&
  sight(messages, undefined, periods).unknown.length > 0;
