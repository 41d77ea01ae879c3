import { isLess, ZERO } from '../../pricing/credits.js';
import { heightsUpTo, toAxisLabel } from './height-scale.js';
import { spanAYear, toDay, toShortDate } from './format-time.js';
import { type Day, totalOfDay } from './period-overview.js';

const HEIGHT = 260;
const SCHEMES = ['(prefers-color-scheme: dark)', 'print'];

/**
 * Stacked bars on a canvas, one for each day. The bars of both kinds stand on zero, the questions' as high as the day and the
 * reports' before them: what is seen of the questions is their share. Numbers here are heights, never amounts.
 */
export class BarChart {
  private readonly chart: uPlot;
  private readonly width: ResizeObserver;
  private readonly schemes = SCHEMES.map((query) => matchMedia(query));
  private readonly redraw = (): void => this.chart.redraw(false);
  private days: readonly Day[] = [];
  private exponent = 0;
  private hasYears = false;
  private isDrawn = false;

  /** Draws into `place`, later than it is called: `fail` hears of it where nothing came of the first time. */
  constructor(
    private readonly place: HTMLElement,
    private readonly fail: () => void,
  ) {
    this.chart = new uPlot(this.options(), [[], [], []], place);
    this.width = new ResizeObserver(() => this.chart.setSize({ width: place.clientWidth, height: HEIGHT }));
    this.width.observe(place);
    for (const scheme of this.schemes) scheme.addEventListener('change', this.redraw);
  }

  show(days: readonly Day[]): void {
    const totals = days.map(totalOfDay);
    const { exponent, heightOf } = heightsUpTo(totals.reduce((a, b) => (isLess(a, b) ? b : a), ZERO));
    this.isDrawn = false;
    this.days = days;
    this.exponent = exponent;
    this.hasYears = spanAYear(days[0]?.date, days.at(-1)?.date);
    this.chart.setData([
      days.map((_day, place) => place),
      totals.map(heightOf),
      days.map((day) => heightOf(day.reports)),
    ]);
    // The library draws in a microtask that it has queued by now.
    queueMicrotask(() => this.isDrawn || this.place.clientWidth === 0 || this.fail());
  }

  destroy(): void {
    this.width.disconnect();
    for (const scheme of this.schemes) scheme.removeEventListener('change', this.redraw);
    this.chart.destroy();
  }

  private options(): uPlot.Options {
    const colour = (name: string) => (): string => getComputedStyle(this.place).getPropertyValue(`--${name}`);
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
      width: this.place.clientWidth,
      height: HEIGHT,
      // The space of the axes is fixed, so that the buttons over the bars can be laid out by the style sheet.
      padding: [12, 0, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      hooks: { draw: [() => (this.isDrawn = true)] },
      scales: {
        x: { time: false, range: () => [-0.5, Math.max(this.days.length, 1) - 0.5] },
        y: { range: (_chart, _least, most) => [0, (most || 1) * 1.05] },
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
          values: (_chart, places) => places.map((place) => this.dayAt(place)),
        },
        {
          ...axis,
          label: 'Credits',
          labelSize: 22,
          size: 48,
          values: (_chart, heights) => heights.map((height) => toAxisLabel(height, this.exponent)),
          grid: { stroke: colour('line'), width: 1 },
          ticks: { show: false },
        },
      ],
    };
  }

  private dayAt(place: number): string {
    const day = this.days[place];
    if (!day) return '';
    return this.hasYears ? toShortDate(day.date) : toDay(day.date);
  }
}
