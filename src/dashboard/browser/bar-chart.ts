import { isLess, ZERO } from '../../pricing/credits.js';
import { formatDay, formatShortDate, needsYear } from './format-time.js';
import { formatAxisLabel, toHeightScale } from './height-scale.js';
import { type Day, totalOfDay } from './period-overview.js';

const HEIGHT = 260;
const COLOUR_SCHEMES = ['(prefers-color-scheme: dark)', 'print'];

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
  private days: readonly Day[] = [];
  private exponent = 0;
  private showsYear = false;
  private isDrawn = false;

  /**
   * Draws into `container` asynchronously. `onFailure` is called after a `show` that draws nothing.
   */
  constructor(
    private readonly container: HTMLElement,
    private readonly onFailure: () => void,
  ) {
    this.chart = new uPlot(this.options(), [[], [], []], container);
    this.resizes = new ResizeObserver(() => this.chart.setSize({ width: container.clientWidth, height: HEIGHT }));
    this.resizes.observe(container);
    for (const scheme of this.colourSchemes) scheme.addEventListener('change', this.redraw);
  }

  show(days: readonly Day[]): void {
    const totals = days.map(totalOfDay);
    const { exponent, toHeight } = toHeightScale(totals.reduce((a, b) => (isLess(a, b) ? b : a), ZERO));
    this.isDrawn = false;
    this.days = days;
    this.exponent = exponent;
    this.showsYear = needsYear(days[0]?.date, days.at(-1)?.date);
    this.chart.setData([
      days.map((_day, index) => index),
      totals.map(toHeight),
      days.map((day) => toHeight(day.reports)),
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

  private options(): uPlot.Options {
    const colour = (name: string) => (): string => getComputedStyle(this.container).getPropertyValue(`--${name}`);
    const bars = uPlot.paths.bars?.({ size: [0.7, 64] });
    const series = (name: string): uPlot.Series => ({
      fill: colour(name),
      stroke: colour('paper'),
      width: 1,
      points: { show: false },
      ...(bars && { paths: bars }),
    });
    const axis = {
      stroke: colour('quiet'),
      font: '12px system-ui, sans-serif',
      labelFont: '12px system-ui, sans-serif',
    };
    return {
      width: this.container.clientWidth,
      height: HEIGHT,
      // The axes have fixed sizes, so that chart.css can lay the day buttons exactly over the bars.
      padding: [12, 0, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      hooks: { draw: [() => (this.isDrawn = true)] },
      scales: {
        x: { time: false, range: () => [-0.5, Math.max(this.days.length, 1) - 0.5] },
        y: { range: (_chart, _min, max) => [0, (max || 1) * 1.05] },
      },
      series: [{}, series('questions'), series('reports')],
      axes: [
        {
          ...axis,
          label: 'Date',
          labelSize: 22,
          size: 28,
          grid: { show: false },
          ticks: { show: false },
          space: 76,
          incrs: [1, 2, 5, 7, 14, 30, 61, 91, 182, 365, 730, 3650, 7300, 36_500, 365_000],
          values: (_chart, indexes) => indexes.map((index) => this.formatDay(index)),
        },
        {
          ...axis,
          label: 'Credits',
          labelSize: 22,
          size: 48,
          values: (_chart, heights) => heights.map((height) => formatAxisLabel(height, this.exponent)),
          grid: { stroke: colour('line'), width: 1 },
          ticks: { show: false },
        },
      ],
    };
  }

  private formatDay(index: number): string {
    const day = this.days[index];
    if (!day) return '';
    return this.showsYear ? formatShortDate(day.date) : formatDay(day.date);
  }
}
