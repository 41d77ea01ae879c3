import { inTurn } from '../in-turn.js';
import type { Stage } from '../processes/stage.js';
import { atMost, type Detail } from '../result.js';
import type { AtOnceTasks } from '../rivals/at-once.process.js';
import { median, percentile } from '../statistics.js';
import { largePeriod } from '../upstream/period.js';
import { type LargeBill, largeBill } from './large-bill.js';
import type { Scenario } from './scenario.js';

/** The largest period: time, memory, and whether others are served meanwhile. Each sample is the first bill of its process. */
export const million: Scenario = {
  number: 6,
  title: 'GET /usage, the largest period',
  async run(stage, { quick, largest }) {
    const upstream = await stage.upstream({ period: largePeriod(largest), latencyMs: 0, etags: true });
    const { plain, gzip, together } = await inTurn(quick ? 1 : 3, {
      together: () => atOnce(stage, upstream.url),
      plain: () => largeBill(stage, upstream.url),
      gzip: () => largeBill(stage, upstream.url, 'gzip'),
    });
    if (plain[0]?.bytes !== together[0]?.bytes) throw new Error('the service and its rival answer different bills');
    const what = `${largest} messages`;
    const time = (bills: readonly { readonly ms: number }[]) => median(bills.map(({ ms }) => ms));
    const unit = 'times doing it all at once';
    const bills = [...plain, ...gzip];
    return {
      rows: [
        { what: `${what}, time to the last byte`, value: time(plain) / time(together), unit, target: atMost(1.2) },
        { what: `${what}, gzip, time to the last byte`, value: time(gzip) / time(together), unit },
        {
          what: `${what}, peak RSS`,
          value: Math.max(...bills.map((bill) => bill.peakRssMb)),
          unit: 'MB',
          target: atMost(220),
        },
        {
          what: `${what}, /health/live p99 meanwhile`,
          value: Math.max(livePercentile(plain), livePercentile(gzip)),
          unit: 'ms',
          target: atMost(30),
        },
      ],
      details: [
        detailOf('all at once', together),
        detailOf('service', plain, livePercentile(plain)),
        detailOf('service, gzip', gzip, livePercentile(gzip)),
      ],
    };
  },
};

const livePercentile = (bills: readonly LargeBill[]): number =>
  Math.max(...bills.map(({ liveMs }) => percentile(liveMs, 0.99)));

const detailOf = (
  bill: string,
  samples: readonly { readonly ms: number; readonly bytes: number; readonly peakRssMb: number }[],
  live?: number,
): Detail => ({
  bill,
  'p50 ms': median(samples.map(({ ms }) => ms)),
  'answer MB': (samples[0]?.bytes ?? 0) / 2 ** 20,
  'peak RSS MB': Math.max(...samples.map(({ peakRssMb }) => peakRssMb)),
  'live p99 ms': live ?? '',
  samples: samples.length,
});

const atOnce = async (stage: Stage, upstreamUrl: string) => {
  const worker = stage.worker<AtOnceTasks>('rivals/at-once.process.js', ['--max-old-space-size=4096']);
  const result = await worker.ask('run', upstreamUrl);
  await worker.end();
  return result;
};
