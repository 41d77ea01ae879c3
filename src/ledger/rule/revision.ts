import { causeOfChange, type Change } from './change.js';
import type { Line } from './line.js';
import type { PeriodBook } from './period-book.js';
import type { NthNumbers } from './nth-numbers.js';
import type { SeenMessage } from './seen-message.js';

const NOTHING: readonly Change[] = [];

/**
 * What a line goes through when its message is seen again: it comes back if it was missing, is
 * revised if it differs, and gets a print of its text if it has none.
 */
export const revisionOf = (
  book: PeriodBook,
  entry: number,
  message: SeenMessage,
  rateCard: string,
  numbers: NthNumbers,
): readonly Change[] => {
  const line = book.line(entry);
  if (line.message === message && !line.missingSince) return NOTHING;
  const at = { period: book.id, entry };
  const back: Change[] = line.missingSince ? [{ ...at, op: 'back' }] : [];
  const cause = causeOfChange(line, message, rateCard);
  if (!cause) return [...back, ...printOf(line, message).map((change) => ({ ...at, ...change }))];
  const nth = line.message.id === message.id ? line.nth : numbers.take(message.id);
  return [...back, { ...at, op: 'changed', line: { nth, message, rateCard }, cause }];
};

const printOf = (
  line: Line,
  { textPrint: print }: SeenMessage,
): { readonly op: 'printed'; readonly print: string }[] =>
  line.message.textPrint === undefined && print !== undefined ? [{ op: 'printed', print }] : [];
