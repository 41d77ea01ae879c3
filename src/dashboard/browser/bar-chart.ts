import { isLess, ZERO } from '../../pricing/credits.js';
import { BAR_FILL, type Bar } from './bars.js';
import { formatAxisLabel, toHeightScale } from './height-scale.js';
import { toLabelledIndexes } from './label-steps.js';

const CHART_HEIGHT = 240;
/** Space around the plot; chart.css lays the buttons of the bars exactly over it. */
export const PLOT_INSET = { top: 12, right: 28, bottom: 30, left: 52 };

const COLOUR_SCHEMES = ['(prefers-color-scheme: dark)', 'print'];
const FONT = '12px Inter, system-ui, sans-serif';

/**
 * A canvas with one stacked bar for each day: reports below, questions above. Both bars start at
 * zero; the questions' bar has the height of the whole day, and the reports' bar covers its lower
 * part. Numbers in this file are heights, never amounts.
 */
export class BarChart {
  private readonly chart: uPlot;
  private readonly resizes: ResizeObserver;
  private readonly colourSchemes = COLOUR_SCHEMES.map((query) => matchMedia(query));
  private readonly redraw = (): void => this.chart.redraw(false);
  private bars: readonly Bar[] = [];
  private exponent = 0;
  private isDrawn = false;

  /**
   * Draws into `container` asynchronously. `onFailure` is called after a `show` that draws nothing.
   */
  constructor(
    private readonly container: HTMLElement,
    private readonly onFailure: () => void,
  ) {
    this.chart = new uPlot(this.options(), [[], [], []], container);
    this.resizes = new ResizeObserver(() => this.chart.setSize({ width: container.clientWidth, height: CHART_HEIGHT }));
    this.resizes.observe(container);
    for (const scheme of this.colourSchemes) scheme.addEventListener('change', this.redraw);
    // A canvas does not follow when the typeface arrives.
    void document.fonts.ready.then(this.redraw);
  }

  show(bars: readonly Bar[]): void {
    const { exponent, toHeight } = toHeightScale(bars.reduce((a, { total: b }) => (isLess(a, b) ? b : a), ZERO));
    this.isDrawn = false;
    this.bars = bars;
    this.exponent = exponent;
    this.chart.setData([
      bars.map((_bar, index) => index),
      bars.map(({ total }) => toHeight(total)),
      bars.map(({ reports = ZERO }) => toHeight(reports)),
    ]);
    // uPlot draws in a microtask, which `setData` has queued. An exception there reaches no
    // caller: it only leaves `isDrawn` false.
    queueMicrotask(() => this.isDrawn || this.container.clientWidth === 0 || this.onFailure());
  }

  destroy(): void {
    this.resizes.disconnect();
    for (const scheme of this.colourSchemes) scheme.removeEventListener('change', this.redraw);
    this.chart.destroy();
  }

  private colour(name: string): string {
    return getComputedStyle(this.container).getPropertyValue(`--${name}`);
  }

  private options(): uPlot.Options {
    const paths = uPlot.paths.bars?.({ size: [BAR_FILL, 48], radius: 0 });
    const series = (fill: () => string): uPlot.Series => ({
      fill,
      // A stroke of one pixel would be all that is left of a narrow bar.
      width: 0,
      points: { show: false },
      ...(paths && { paths }),
    });
    const axis = { stroke: () => this.colour('quiet'), font: FONT, ticks: { show: false } };
    const { top, right, bottom, left } = PLOT_INSET;
    return {
      width: this.container.clientWidth,
      height: CHART_HEIGHT,
      padding: [top, right, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      hooks: { draw: [(chart) => this.drawBaseLine(chart)] },
      scales: {
        x: { time: false, range: () => [-0.5, Math.max(this.bars.length, 1) - 0.5] },
        y: { range: (_chart, _min, max) => [0, (max || 1) * 1.05] },
      },
      series: [
        {},
        series(() => this.colour(this.bars[0]?.reports ? 'questions' : 'whole')),
        series(() => this.colour('reports')),
      ],
      axes: [
        {
          ...axis,
          size: bottom,
          gap: 8,
          grid: { show: false },
          splits: (chart) => toLabelledIndexes(this.bars, chart.bbox.width / devicePixelRatio),
          values: (_chart, indexes) => indexes.map((index) => this.bars[index]?.label ?? ''),
        },
        {
          ...axis,
          size: left,
          gap: 8,
          space: 44,
          values: (_chart, heights) => heights.map((height) => formatAxisLabel(height, this.exponent)),
          grid: { stroke: () => this.colour('line'), width: 1 },
        },
      ],
    };
  }

  /** The line on which all bars stand, also where a day has none. */
  private drawBaseLine({ ctx, bbox: { left, top, width, height } }: uPlot): void {
    ctx.fillStyle = this.colour('control');
    ctx.fillRect(left, top + height - devicePixelRatio / 2, width, devicePixelRatio);
    this.isDrawn = true;
  }
}
