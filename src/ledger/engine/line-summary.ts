import { compareEpochTimes } from '../../time/epoch-time.js';
import type { Line } from '../rule/line.js';
import { looksLikeWindow } from '../rule/looks-like-window.js';
import type { SeenMessage } from '../rule/seen-message.js';

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

export const summarize = (lines: readonly Line[]): LineSummary => {
  let [first, last]: (SeenMessage | undefined)[] = [];
  for (const { message } of lines) {
    if (!first || compareEpochTimes(message, first) < 0) first = message;
    if (!last || compareEpochTimes(message, last) > 0) last = message;
  }
  return {
    firstMessageAt: first?.timestamp,
    lastMessageAt: last?.timestamp,
    missing: lines.filter(({ missingSince }) => missingSince).length,
    rateCards: [...new Set(lines.map(({ rateCard }) => rateCard))],
    looksLikeWindow: looksLikeWindow(lines),
  };
};
