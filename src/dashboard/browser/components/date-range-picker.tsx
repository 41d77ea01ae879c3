import { Fragment, h } from '../preact.js';
import { formatDates } from '../filters-in-words.js';
import type { Day } from '../period-overview.js';
import { toPresets } from '../date-presets.js';
import type { Filters } from '../view.js';
import { DateRangeForm } from './date-range-form.js';
import { Dropdown } from './dropdown.js';
import { Icon } from './icon.js';

type Range = Pick<Filters, 'from' | 'to'>;

interface DateRangePickerProps {
  readonly range: Range;
  /** The days of the whole period. */
  readonly days: readonly Day[];
  readonly choose: (range: Range) => void;
}

/** Filters by dates: a preset, or two fields. */
export const DateRangePicker = ({ range, days, choose }: DateRangePickerProps) => (
  <Dropdown
    class={range.from === undefined && range.to === undefined ? 'chip dates' : 'chip dates on'}
    label={
      <>
        <Icon name="calendar" />
        <span class="chip-name">Dates</span>
        <span class="chip-value">{formatDates(range) ?? 'All'}</span>
      </>
    }
    popup={(close) => {
      const chooseAndClose = (chosen: Range): void => {
        choose(chosen);
        close();
      };
      return (
        <div class="date-range">
          <ul class="presets">
            {toPresets(days).map(({ name, from, to }) => (
              <li key={name}>
                <button
                  type="button"
                  aria-pressed={from === range.from && to === range.to}
                  onClick={() => chooseAndClose({ from, to })}
                >
                  {name}
                </button>
              </li>
            ))}
          </ul>
          <DateRangeForm range={range} days={days} choose={chooseAndClose} />
        </div>
      );
    }}
  />
);
