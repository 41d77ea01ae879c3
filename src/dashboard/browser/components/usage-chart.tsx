import { h } from '../preact.js';
import { PLOT_INSET } from '../bar-chart.js';
import { type Bar, chooseUnit, toBars, type Unit } from '../bars.js';
import type { Day } from '../period-overview.js';
import type { Filters } from '../view.js';
import { ChartFrame } from './chart-frame.js';
import { PureComponent } from './pure-component.js';

interface UsageChartProps {
  readonly days: readonly Day[];
  /** Whether dates without messages are left out. */
  readonly hasGaps: boolean;
  readonly timeZone: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** Width of the chart in pixels. */
  readonly width: number;
  readonly choose: (range: Pick<Filters, 'from' | 'to'>) => void;
}

/** Credits by day, or by week, month or year where days would be too narrow to tell apart. */
export class UsageChart extends PureComponent<UsageChartProps> {
  override render({ days, hasGaps, timeZone, from, to, width, choose }: UsageChartProps) {
    const unit = chooseUnit(days, width - PLOT_INSET.left - PLOT_INSET.right);
    const isChosen = (bar: Bar): boolean => bar.from === from && bar.to === to;
    return (
      <ChartFrame
        bars={toBars(days, unit)}
        caption={`Credits by ${unit} (${timeZone})`}
        notes={[unit !== 'day' && NARROW[unit], hasGaps && GAPS]}
        hint="Choose a bar, or drag over several, to see only their messages."
        isChosen={isChosen}
        choose={(first, last) =>
          choose(
            first === last && isChosen(first) ? { from: undefined, to: undefined } : { from: first.from, to: last.to },
          )
        }
      />
    );
  }
}

const NARROW: Readonly<Record<Exclude<Unit, 'day'>, string>> = {
  week: 'One bar for each week from Monday: days would be too narrow here.',
  month: 'One bar for each month: weeks would be too narrow here.',
  year: 'One bar for each year: months would be too narrow here.',
};

const GAPS = 'Only dates with messages have a bar, because the period spans too many days to draw them all.';
