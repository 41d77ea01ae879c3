import { atMost } from '../result.js';
import { fitLine, growthExponent, median, type Point } from '../statistics.js';
import { largePeriod } from '../upstream/period.js';
import { largeBill } from './large-bill.js';
import type { Scenario } from './scenario.js';

const SIZES = [10, 1000, 10_000, 30_000, 100_000, 300_000, 1_000_000];
const FITTED_FROM = 10_000;
const SMALLEST_FITTED_TO = 30_000;
/** Above it a bill takes seconds, and one sample says enough. */
const SAMPLED_UP_TO = 30_000;
/** Twice as many messages for twice the time, and something for noise. */
const LINEAR = 1.05;

interface Measured {
  readonly size: number;
  readonly ms: number;
}

/** Bills of fresh processes, from small to large: neither time nor memory may grow faster than the period. */
export const growth: Scenario = {
  number: 7,
  title: 'Growth of the first bill with the period',
  async run(stage, { quick, largest }) {
    if (largest < SMALLEST_FITTED_TO) throw new Error(`a line needs --largest ${SMALLEST_FITTED_TO} or more`);
    const measured: (Measured & { readonly mb: number })[] = [];
    for (const size of SIZES.filter((size) => size <= largest)) {
      const upstream = await stage.upstream({ period: largePeriod(size), latencyMs: 0, etags: true });
      const bills = [];
      const samples = quick || size > SAMPLED_UP_TO ? 1 : 3;
      while (bills.length < samples) bills.push(await largeBill(stage, upstream.url));
      measured.push({
        size,
        ms: median(bills.map(({ ms }) => ms)),
        mb: median(bills.map(({ peakRssMb }) => peakRssMb)),
      });
      await stage.clear();
    }
    const fitted = measured.filter(({ size }) => size >= FITTED_FROM);
    const times = fitted.map(({ size, ms }) => ({ x: size, y: ms }));
    const memory = fitted.map(({ size, mb }) => ({ x: size, y: mb }));
    return {
      rows: [
        {
          what: `time, ${lineOf(times, 'ms')}`,
          value: growthExponent(times),
          unit: 'as exponent',
          target: atMost(LINEAR),
        },
        {
          what: `peak RSS, ${lineOf(memory, 'MB')}`,
          value: growthExponent(memory),
          unit: 'as exponent',
          target: atMost(LINEAR),
        },
      ],
      details: measured.map(({ size, ms, mb }, index) => ({
        messages: String(size),
        'first bill ms': ms,
        'exponent since the line above': growthSince(measured[index - 1], { size, ms }),
        'peak RSS MB': mb,
      })),
    };
  },
};

/** What the fixed cost of a small bill hides in the fit over all of them. */
const growthSince = (before: Measured | undefined, { size, ms }: Measured): number | string =>
  before
    ? growthExponent([
        { x: before.size, y: before.ms },
        { x: size, y: ms },
      ])
    : '';

const lineOf = (points: readonly Point[], unit: string): string => {
  const { slope, intercept } = fitLine(points);
  return `fitted line ${intercept.toFixed(0)} ${unit} + ${(slope * 1000).toFixed(3)} ${unit} for 1000 messages`;
};
