import { h } from '../preact.js';
import { toDecimal } from '../../../pricing/credits.js';
import { type Day, totalOfDay } from '../period-overview.js';
import { PureComponent } from './pure-component.js';

interface DayButtonProps {
  readonly day: Day;
  readonly index: number;
  readonly formatDate: (date: string) => string;
  readonly isChosen: boolean;
  /** Whether Tab reaches it; the arrow keys reach every day. */
  readonly isTabStop: boolean;
  readonly choose: (day: Day) => void;
  /**
   * Receives the index of the day that is pointed at or focused; `undefined` when it no longer is.
   */
  readonly point: (index: number | undefined) => void;
}

/** The invisible button over a day's bar, for mouse, keyboard and screen reader. */
export class DayButton extends PureComponent<DayButtonProps> {
  override render({ day, index, formatDate, isChosen, isTabStop, choose, point }: DayButtonProps) {
    return (
      <li>
        <button
          type="button"
          aria-label={formatDayTotals(day, formatDate)}
          aria-pressed={isChosen}
          tabIndex={isTabStop ? 0 : -1}
          onClick={() => choose(day)}
          onFocus={() => point(index)}
          onBlur={() => point(undefined)}
          onMouseEnter={() => point(index)}
          onMouseLeave={() => point(undefined)}
        />
      </li>
    );
  }
}

/** `Tue 3 Mar: 290.45 credits, 13 messages (reports 196.00, questions 94.45)`. */
export const formatDayTotals = (day: Day, formatDate: (date: string) => string): string =>
  `${formatDate(day.date)}: ${toDecimal(totalOfDay(day))} credits, ${day.messages} ${day.messages === 1 ? 'message' : 'messages'}` +
  ` (reports ${toDecimal(day.reports)}, questions ${toDecimal(day.questions)})`;
