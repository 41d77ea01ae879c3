import { isEqual } from '../../pricing/index.js';
import type { PeriodBook } from '../rule/period-book.js';
import { isSameReport, type SeenMessage } from '../rule/seen-message.js';

/** How many messages in a row may have vanished before those after them are not found again. */
const LOOK_AHEAD = 64;

/** A message as it arrives, before its text is hashed. */
export type Arrived = Omit<SeenMessage, 'textPrint' | 'epochMs' | 'nanoseconds'>;

/**
 * The messages of the reading before, in its order: one that arrives again as it was is the same
 * object, so its text is not hashed again and the rule sees at once that nothing has changed.
 */
export class ReadingBefore {
  private next = 0;

  private readonly messages: readonly SeenMessage[];

  /**
   * `sums`: the checksum of the text of each line in the order of `book`. The lines are noted now:
   * another process may change the book while a reading arrives.
   */
  constructor(
    book: PeriodBook,
    private readonly sums: Float64Array,
  ) {
    this.messages = book.order.map((entry) => book.line(entry).message);
  }

  /** The message that has arrived, if the reading before had the same; `sum` is that of its text. */
  find(arrived: Arrived, sum: number): SeenMessage | undefined {
    const { messages } = this;
    const end = Math.min(this.next + LOOK_AHEAD, messages.length);
    for (let row = this.next; row < end; row += 1) {
      const message = messages[row];
      if (message?.id !== arrived.id) continue;
      this.next = row + 1;
      return this.sums[row] === sum && isSame(message, arrived) ? message : undefined;
    }
    return undefined;
  }
}

const isSame = (message: SeenMessage, { timestamp, reportId, report, textCredits }: Arrived): boolean =>
  message.timestamp === timestamp &&
  message.reportId === reportId &&
  message.textPrint !== undefined &&
  isEqual(message.textCredits, textCredits) &&
  isSameReport(message.report, report);
