import { Component, createRef, h } from '../preact.js';
import { formatDay, formatFullDate, needsYear } from '../format-time.js';
import type { Day } from '../period-overview.js';
import { Bars } from './bars.js';
import { DayButton, formatDayTotals } from './day-button.js';
import { DayTable } from './day-table.js';
import { ErrorBoundary } from './error-boundary.js';

interface ChartProps {
  readonly days: readonly Day[];
  /** Whether dates without messages are left out. */
  readonly hasGaps: boolean;
  readonly timeZone: string;
  readonly chosen: string | undefined;
  /** Filters the table by a date; `undefined` removes the filter. */
  readonly choose: (date: string | undefined) => void;
}

interface ChartState {
  /** The index of the day that is pointed at or focused. */
  readonly pointedIndex?: number | undefined;
}

/**
 * The chart of credits by day. uPlot draws bars and axes; over each bar lies an invisible button,
 * for mouse, keyboard and screen reader.
 */
export class UsageChart extends Component<ChartProps, ChartState> {
  private readonly buttons = createRef<HTMLUListElement>();

  override render({ days, hasGaps, timeZone, chosen }: ChartProps, { pointedIndex }: ChartState) {
    const formatDate = needsYear(days[0]?.date, days.at(-1)?.date) ? formatFullDate : formatDay;
    const tabStop = this.findTabStop();
    const pointedDay = pointedIndex === undefined ? undefined : days[pointedIndex];
    return (
      <section class="panel chart" aria-labelledby="by-day">
        <div class="chart-head">
          <h2 id="by-day">
            Credits by day <small>({timeZone})</small>
          </h2>
          <ul class="legend" aria-hidden="true">
            <li class="reports">Reports</li>
            <li class="questions">Questions</li>
          </ul>
        </div>
        <div class="plot">
          <ErrorBoundary name="The bars" resetKey={days}>
            <Bars days={days} />
          </ErrorBoundary>
          <ul
            class="days"
            ref={this.buttons}
            onKeyDown={this.moveFocus}
            aria-label="Days; use the arrow keys to move between them"
          >
            {days.map((day, index) => (
              <DayButton
                key={day.date}
                day={day}
                index={index}
                formatDate={formatDate}
                isChosen={day.date === chosen}
                isTabStop={index === tabStop}
                choose={this.choose}
                point={this.point}
              />
            ))}
          </ul>
        </div>
        {hasGaps && <p class="quiet">{GAPS}</p>}
        <p class="day-details">{pointedDay ? formatDayTotals(pointedDay, formatDate) : formatHint(chosen)}</p>
        <DayTable days={days} timeZone={timeZone} />
      </section>
    );
  }

  /**
   * The index of the only day that Tab reaches: the day pointed at or focused, else the chosen one,
   * else the first.
   */
  private findTabStop(): number {
    const { days, chosen } = this.props;
    return (
      this.state.pointedIndex ??
      Math.max(
        0,
        days.findIndex(({ date }) => date === chosen),
      )
    );
  }

  private readonly choose = ({ date }: Day): void => this.props.choose(date === this.props.chosen ? undefined : date);

  private readonly point = (pointedIndex: number | undefined): void => this.setState({ pointedIndex });

  private readonly moveFocus = (event: KeyboardEvent): void => {
    const last = this.props.days.length - 1;
    const current = this.findTabStop();
    const targets: Record<string, number> = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: last };
    const next = targets[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.buttons.current?.querySelectorAll('button')[Math.min(last, Math.max(0, next))]?.focus();
  };
}

const GAPS = 'Only days with messages have a bar, because the period spans too many days to draw them all.';

const formatHint = (chosen: string | undefined): string =>
  chosen ? `The table shows ${formatFullDate(chosen)} only.` : 'Choose a day to see only its messages.';
