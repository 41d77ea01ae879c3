import { h } from '../preact.js';
import { compareDates, isDate } from '../calendar.js';
import type { Day } from '../period-overview.js';
import type { Filters } from '../view.js';

type Range = Pick<Filters, 'from' | 'to'>;

interface DateRangeFormProps {
  readonly range: Range;
  readonly days: readonly Day[];
  readonly choose: (range: Range) => void;
}

/** Two fields for the first and the last date. An empty one sets no bound. */
export const DateRangeForm = ({ range, days, choose }: DateRangeFormProps) => (
  <form
    onSubmit={(event) => {
      event.preventDefault();
      const fields = new FormData(event.currentTarget);
      choose(inOrder({ from: toDate(fields.get('from')), to: toDate(fields.get('to')) }));
    }}
  >
    <label class="field">
      <span>From</span>
      <input type="date" name="from" value={range.from ?? days[0]?.date} />
    </label>
    <label class="field">
      <span>To, included</span>
      <input type="date" name="to" value={range.to ?? days.at(-1)?.date} />
    </label>
    <button type="submit" class="primary">
      Apply
    </button>
  </form>
);

const toDate = (value: unknown): string | undefined => (typeof value === 'string' && isDate(value) ? value : undefined);

const inOrder = ({ from, to }: Range): Range =>
  from !== undefined && to !== undefined && compareDates(from, to) > 0 ? { from: to, to: from } : { from, to };
