import { BarChart } from '../bar-chart.js';
import type { Day } from '../period-overview.js';
import { Component, createRef, h } from '../preact.js';

interface BarsProps {
  readonly days: readonly Day[];
}

interface BarsState {
  readonly hasFailed: boolean;
}

/** The bars and axes of the chart, for the eye alone: the library's canvas. */
export class Bars extends Component<BarsProps, BarsState> {
  override state: BarsState = { hasFailed: false };
  private readonly canvas = createRef<HTMLDivElement>();
  private chart: BarChart | undefined;

  override componentDidMount(): void {
    const fail = (): void => this.setState({ hasFailed: true });
    if (this.canvas.current) this.chart = new BarChart(this.canvas.current, fail);
    this.chart?.show(this.props.days);
  }

  override componentDidUpdate({ days }: BarsProps): void {
    if (days !== this.props.days) this.chart?.show(this.props.days);
  }

  override componentWillUnmount(): void {
    this.chart?.destroy();
  }

  /** Throws where the library could not draw, for the part around it to say so. */
  override render(_props: BarsProps, { hasFailed }: BarsState) {
    if (hasFailed) throw new Error('This browser does not draw them');
    return <div ref={this.canvas} aria-hidden="true" />;
  }
}
