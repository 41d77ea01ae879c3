import { Fragment, h } from '../preact.js';
import { formatFullDate } from '../format-time.js';
import type { Day } from '../period-overview.js';
import { PureComponent } from './pure-component.js';

/** The days of the period as options of a select. */
export class DayOptions extends PureComponent<{ readonly days: readonly Day[] }> {
  override render({ days }: { readonly days: readonly Day[] }) {
    return (
      <>
        {days.map(({ date }) => (
          <option key={date} value={date}>
            {formatFullDate(date)}
          </option>
        ))}
      </>
    );
  }
}
