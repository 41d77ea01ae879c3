import { Fragment, h } from '../preact.js';
import { toFullDay } from '../format-time.js';
import type { Day } from '../period-overview.js';
import { Steady } from './pure-component.js';

/** The days of the period, to choose one of. */
export class DayOptions extends Steady<{ readonly days: readonly Day[] }> {
  override render({ days }: { readonly days: readonly Day[] }) {
    return (
      <>
        {days.map(({ date }) => (
          <option key={date} value={date}>
            {toFullDay(date)}
          </option>
        ))}
      </>
    );
  }
}
