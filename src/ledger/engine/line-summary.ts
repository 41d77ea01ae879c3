import { compareEpochTimes } from '../../time/epoch-time.js';
import type { LineInstant } from '../rule/added-lines.js';
import { isRead } from '../rule/line-list.js';
import { looksLikeWindow } from '../rule/looks-like-window.js';
import type { PeriodBook } from '../rule/period-book.js';

/** What all lines of a period tell together. */
export interface LineSummary {
  /** The timestamp of the earliest message, as upstream wrote it; undefined if there is none. */
  readonly firstMessageAt: string | undefined;
  readonly lastMessageAt: string | undefined;
  /** Lines whose message upstream no longer sends. */
  readonly missing: number;
  /** SHA-256 of each rate card that priced a line. */
  readonly rateCards: readonly string[];
  /** Whether upstream seems to send a window that slides instead of a period. */
  readonly looksLikeWindow: boolean;
}

/** Sums up the lines of a period. */
export const summarize = (book: PeriodBook): LineSummary => {
  let [first, last]: (LineInstant | undefined)[] = [];
  let missing = 0;
  const rateCards = new Set<string>();
  for (const part of book.parts()) {
    const [earliest, latest] = isRead(part) ? [part.message, part.message] : [part.earliest, part.latest];
    if (!first || compareEpochTimes(earliest, first) < 0) first = earliest;
    if (!last || compareEpochTimes(latest, last) > 0) last = latest;
    if (isRead(part)) rateCards.add(part.rateCard);
    else for (const rateCard of part.rateCards) rateCards.add(rateCard);
    if (isRead(part) && part.missingSince) missing += 1;
  }
  return {
    firstMessageAt: first?.timestamp,
    lastMessageAt: last?.timestamp,
    missing,
    rateCards: [...rateCards],
    looksLikeWindow: looksLikeWindow(book.parts()),
  };
};
