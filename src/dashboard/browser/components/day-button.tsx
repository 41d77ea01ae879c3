import { h } from '../preact.js';
import { toDecimal } from '../../../pricing/credits.js';
import { type Day, totalOfDay } from '../period-overview.js';
import { Steady } from './pure-component.js';

interface DayButtonProps {
  readonly day: Day;
  readonly place: number;
  /** Names its date. */
  readonly nameOf: (date: string) => string;
  readonly isChosen: boolean;
  /** Whether Tab reaches it. */
  readonly isTabStop: boolean;
  readonly choose: (day: Day) => void;
  /** Tells which day is pointed at or focused; `undefined` for none. */
  readonly point: (place: number | undefined) => void;
}

/** What the mouse points at and the keyboard reaches of a day's bar. */
export class DayButton extends Steady<DayButtonProps> {
  override render({ day, place, nameOf, isChosen, isTabStop, choose, point }: DayButtonProps) {
    return (
      <li>
        <button
          type="button"
          aria-label={labelOf(day, nameOf)}
          aria-pressed={isChosen}
          tabIndex={isTabStop ? 0 : -1}
          onClick={() => choose(day)}
          onFocus={() => point(place)}
          onBlur={() => point(undefined)}
          onMouseEnter={() => point(place)}
          onMouseLeave={() => point(undefined)}
        />
      </li>
    );
  }
}

/** What a day's bar says; `nameOf` names its date. */
export const labelOf = (day: Day, nameOf: (date: string) => string): string =>
  `${nameOf(day.date)}: ${toDecimal(totalOfDay(day))} credits, ${day.messages} ${day.messages === 1 ? 'message' : 'messages'}` +
  ` (reports ${toDecimal(day.reports)}, questions ${toDecimal(day.questions)})`;
