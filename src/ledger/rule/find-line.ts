import { compareEpochTimes } from '../../time/epoch-time.js';
import { parseEpochTime } from '../../time/rfc3339.js';
import type { LineReference } from './adjustment.js';
import type { AdjustmentRefusal, CandidateLine } from './adjustment-refusal.js';
import type { PeriodBook } from './period-book.js';

/** A message as a person names it. An id that a period has twice needs `nth` or `timestamp`. */
export interface MessageReference {
  readonly period: string;
  readonly id: number;
  readonly nth?: number | undefined;
  /** RFC 3339; any way to write the instant. */
  readonly timestamp?: string | undefined;
}

type NotFound = Extract<AdjustmentRefusal, { code: 'unknown_message' | 'ambiguous_message' }>;

/** The one line of the period that is meant, or why it is not clear which. */
export const findLine = (book: PeriodBook, { id, nth, timestamp }: MessageReference): LineReference | NotFound => {
  const instant = timestamp === undefined ? undefined : parseEpochTime(timestamp);
  const withId = book.index.withId(id);
  const meant = withId.filter((entry) => {
    const line = book.line(entry);
    return (nth ?? line.nth) === line.nth && (!instant || compareEpochTimes(line.message, instant) === 0);
  });
  const [entry, another] = meant;
  if (entry === undefined) return { code: 'unknown_message', period: book.id, id, others: candidatesOf(book, withId) };
  if (another !== undefined) return { code: 'ambiguous_message', id, candidates: candidatesOf(book, meant) };
  return { period: book.id, entry, messageId: id, nth: book.line(entry).nth };
};

const candidatesOf = (book: PeriodBook, entries: readonly number[]): CandidateLine[] =>
  entries.map((entry) => {
    const { nth, message } = book.line(entry);
    return { nth, timestamp: message.timestamp };
  });
