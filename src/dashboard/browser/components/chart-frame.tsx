import { Component, h } from '../preact.js';
import type { Bar } from '../bars.js';
import { describeBar } from '../describe-bar.js';
import { BarButtons } from './bar-buttons.js';
import { BarTable } from './bar-table.js';
import { Bars } from './bars.js';
import { ErrorBoundary } from './error-boundary.js';

interface ChartFrameProps {
  readonly bars: readonly Bar[];
  readonly caption: string;
  readonly notes: readonly (string | false)[];
  /** What can be done, while no bar is pointed at. */
  readonly hint: string;
  readonly isChosen: (bar: Bar) => boolean;
  readonly choose: (first: Bar, last: Bar) => void;
}

interface ChartFrameState {
  /** The index of the bar that is pointed at or focused. */
  readonly pointed?: number | undefined;
}

/** Bars with invisible buttons over them, the numbers of the one that is pointed at, and all of them as a table. */
export class ChartFrame extends Component<ChartFrameProps, ChartFrameState> {
  override state: ChartFrameState = {};

  override render({ bars, caption, notes, hint, isChosen, choose }: ChartFrameProps, { pointed }: ChartFrameState) {
    const bar = pointed === undefined ? undefined : bars[pointed];
    return (
      <div>
        <div class="plot">
          <ErrorBoundary name="The bars" resetKey={bars}>
            <Bars bars={bars} />
          </ErrorBoundary>
          <BarButtons bars={bars} isChosen={isChosen} pointed={pointed} point={this.point} choose={choose} />
        </div>
        <p class="day-details" translate={bar ? false : undefined}>
          {bar ? describeBar(bar) : [...notes, hint].filter(Boolean).join(' ')}
        </p>
        <BarTable caption={caption} bars={bars} />
      </div>
    );
  }

  private readonly point = (pointed: number | undefined): void => this.setState({ pointed });
}
