import { h } from '../preact.js';
import type { LedgerPeriod } from '../api.types.js';
import { toPeriodBars } from '../bars.js';
import { ChartFrame } from './chart-frame.js';
import { PureComponent } from './pure-component.js';

interface PeriodChartProps {
  readonly periods: readonly LedgerPeriod[];
  readonly timeZone: string;
  /** The id of the period that the page shows. */
  readonly shown: string | undefined;
  readonly choose: (period: LedgerPeriod) => void;
}

/** The history: the credits of each billing period, whatever the filters. */
export class PeriodChart extends PureComponent<PeriodChartProps> {
  override render({ periods, timeZone, shown, choose }: PeriodChartProps) {
    return (
      <ChartFrame
        bars={toPeriodBars(periods, timeZone)}
        caption="Credits by billing period"
        notes={['Whole periods, whatever the filters.']}
        hint="Choose a bar to open its period."
        isChosen={({ key }) => key === shown}
        choose={(_first, last) => {
          const period = periods.find(({ id }) => id === last.key);
          if (period) choose(period);
        }}
      />
    );
  }
}
