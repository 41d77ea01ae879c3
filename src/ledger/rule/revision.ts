import { causeOfChange, type Change } from './change.js';
import type { PeriodBook } from './period-book.js';
import type { NthNumbers } from './nth-numbers.js';
import type { SeenMessage } from './seen-message.js';

/**
 * What a line goes through when its message is seen again: it comes back if it was missing, and is
 * revised if it differs.
 */
export const revisionOf = (
  book: PeriodBook,
  entry: number,
  message: SeenMessage,
  rateCard: string,
  numbers: NthNumbers,
): Change[] => {
  const line = book.line(entry);
  const at = { period: book.id, entry };
  const back: Change[] = line.missingSince ? [{ ...at, op: 'back' }] : [];
  const cause = causeOfChange(line, message, rateCard);
  if (!cause) return back;
  const nth = line.message.id === message.id ? line.nth : numbers.take(message.id);
  return [...back, { ...at, op: 'changed', line: { nth, message, rateCard }, cause }];
};
