import { Component, createRef, h } from '../preact.js';
import { BarChart } from '../bar-chart.js';
import type { Bar } from '../bars.js';

interface BarsProps {
  readonly bars: readonly Bar[];
}

interface BarsState {
  readonly hasFailed: boolean;
}

/**
 * The bars and axes of the chart, on uPlot's canvas. Hidden from screen readers, which have the
 * bars' buttons and `BarTable`.
 */
export class Bars extends Component<BarsProps, BarsState> {
  override state: BarsState = { hasFailed: false };
  private readonly canvas = createRef<HTMLDivElement>();
  private chart: BarChart | undefined;

  override componentDidMount(): void {
    const onFailure = (): void => this.setState({ hasFailed: true });
    if (this.canvas.current) this.chart = new BarChart(this.canvas.current, onFailure);
    this.chart?.show(this.props.bars);
  }

  override componentDidUpdate({ bars }: BarsProps): void {
    if (bars !== this.props.bars) this.chart?.show(this.props.bars);
  }

  override componentWillUnmount(): void {
    this.chart?.destroy();
  }

  /** Throws if uPlot could not draw, so that the error boundary around it says so. */
  override render(_props: BarsProps, { hasFailed }: BarsState) {
    if (hasFailed) throw new Error('This browser does not draw them');
    return <div class="canvas" ref={this.canvas} aria-hidden="true" />;
  }
}
