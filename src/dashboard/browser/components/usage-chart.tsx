import { Component, createRef, h } from '../preact.js';
import { spanAYear, toDay, toFullDay } from '../format-time.js';
import type { Day } from '../period-overview.js';
import { Bars } from './bars.js';
import { DayButton, labelOf } from './day-button.js';
import { NumbersOfDays } from './day-table.js';
import { Part } from './error-boundary.js';

interface ChartProps {
  readonly days: readonly Day[];
  /** Whether dates between these are left out: they have no messages. */
  readonly hasGaps: boolean;
  readonly timeZone: string;
  readonly chosen: string | undefined;
  /** Nothing: every day. */
  readonly choose: (date: string | undefined) => void;
}

interface ChartState {
  /** The place of the day that is pointed at, or focused. */
  readonly at?: number | undefined;
}

/**
 * A bar for each date, reports upon questions. The library draws bars and axes; over them lies one button for each day, which
 * is what the mouse points at, the keyboard walks along and a screen reader reads.
 */
export class UsageChart extends Component<ChartProps, ChartState> {
  private readonly buttons = createRef<HTMLUListElement>();

  override render({ days, hasGaps, timeZone, chosen }: ChartProps, { at }: ChartState) {
    const nameOf = spanAYear(days[0]?.date, days.at(-1)?.date) ? toFullDay : toDay;
    const tabStop = this.tabStop();
    const pointed = at === undefined ? undefined : days[at];
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
          <Part name="The bars" of={days}>
            <Bars days={days} />
          </Part>
          <ul class="days" ref={this.buttons} onKeyDown={this.walk} aria-label="Days; arrow keys walk along them">
            {days.map((day, place) => (
              <DayButton
                key={day.date}
                day={day}
                place={place}
                nameOf={nameOf}
                isChosen={day.date === chosen}
                isTabStop={place === tabStop}
                choose={this.choose}
                point={this.point}
              />
            ))}
          </ul>
        </div>
        {hasGaps && <p class="quiet">{GAPS}</p>}
        <p class="reading">{pointed ? labelOf(pointed, nameOf) : hintOf(chosen)}</p>
        <NumbersOfDays days={days} timeZone={timeZone} />
      </section>
    );
  }

  /** The one day that Tab reaches: the pointed one, else the chosen one, else the first. */
  private tabStop(): number {
    const { days, chosen } = this.props;
    return (
      this.state.at ??
      Math.max(
        0,
        days.findIndex(({ date }) => date === chosen),
      )
    );
  }

  private readonly choose = ({ date }: Day): void => this.props.choose(date === this.props.chosen ? undefined : date);

  private readonly point = (at: number | undefined): void => this.setState({ at });

  private readonly walk = (event: KeyboardEvent): void => {
    const last = this.props.days.length - 1;
    const here = this.tabStop();
    const steps: Record<string, number> = { ArrowLeft: here - 1, ArrowRight: here + 1, Home: 0, End: last };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.buttons.current?.querySelectorAll('button')[Math.min(last, Math.max(0, next))]?.focus();
  };
}

const GAPS = 'Only days with messages have a bar: there are too many days between the first and the last to draw all.';

const hintOf = (chosen: string | undefined): string =>
  chosen ? `The table shows ${toFullDay(chosen)} only.` : 'Choose a day to see its messages only.';
