import { Component, createRef, h } from '/dashboard/vendor/preact/preact.mjs';
import { toDecimal } from '../../../pricing/credits.js';
import { BarChart } from '../bar-chart.js';
import { spanAYear, toDay, toFullDay } from '../moments.js';
import { type Day, totalOfDay } from '../period.js';

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
  private readonly canvas = createRef<HTMLDivElement>();
  private readonly buttons = createRef<HTMLUListElement>();
  private chart: BarChart | undefined;

  override componentDidMount(): void {
    if (this.canvas.current) this.chart = new BarChart(this.canvas.current);
    this.chart?.show(this.props.days);
  }

  override componentDidUpdate({ days }: ChartProps): void {
    if (days !== this.props.days) this.chart?.show(this.props.days);
  }

  override componentWillUnmount(): void {
    this.chart?.destroy();
  }

  override render({ days, hasGaps, timeZone, chosen, choose }: ChartProps, { at }: ChartState) {
    const nameOf = spanAYear(days.map(({ date }) => date)) ? toFullDay : toDay;
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
          <div ref={this.canvas} aria-hidden="true" />
          <ul class="days" ref={this.buttons} onKeyDown={this.walk} aria-label="Days; arrow keys walk along them">
            {days.map((day, place) => (
              <li key={day.date}>
                <button
                  type="button"
                  aria-label={labelOf(day, nameOf)}
                  aria-pressed={day.date === chosen}
                  tabIndex={place === this.tabStop() ? 0 : -1}
                  onClick={() => choose(day.date === chosen ? undefined : day.date)}
                  onFocus={() => this.setState({ at: place })}
                  onBlur={() => this.setState({ at: undefined })}
                  onMouseEnter={() => this.setState({ at: place })}
                  onMouseLeave={() => this.setState({ at: undefined })}
                />
              </li>
            ))}
          </ul>
        </div>
        {hasGaps && <p class="quiet">{GAPS}</p>}
        <p class="reading">{pointed ? labelOf(pointed, nameOf) : hintOf(chosen)}</p>
        <NumbersOfTheDays days={days} timeZone={timeZone} />
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

const labelOf = (day: Day, nameOf: (date: string) => string): string =>
  `${nameOf(day.date)}: ${toDecimal(totalOfDay(day))} credits, ${day.messages} ${day.messages === 1 ? 'message' : 'messages'}` +
  ` (reports ${toDecimal(day.reports)}, questions ${toDecimal(day.questions)})`;

const hintOf = (chosen: string | undefined): string =>
  chosen ? `The table shows ${toFullDay(chosen)} only.` : 'Choose a day to see its messages only.';

/** A table cannot be made small: what holds it can. */
const NumbersOfTheDays = ({ days, timeZone }: Pick<ChartProps, 'days' | 'timeZone'>) => (
  <div class="for-screen-readers">
    <table>
      <caption>Credits by day ({timeZone})</caption>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Credits</th>
          <th scope="col">From reports</th>
          <th scope="col">From questions</th>
          <th scope="col">Messages</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.date}>
            <th scope="row">{day.date}</th>
            <td>{toDecimal(totalOfDay(day))}</td>
            <td>{toDecimal(day.reports)}</td>
            <td>{toDecimal(day.questions)}</td>
            <td>{day.messages}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
