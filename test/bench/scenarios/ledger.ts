import { inTurn } from '../in-turn.js';
import type { LedgerTasks } from '../load/ledger.process.js';
import type { Stage } from '../processes/stage.js';
import { atMost, type Row } from '../result.js';
import { median } from '../statistics.js';
import type { Scenario } from './scenario.js';

const LARGEST = 100_000;
/** One a minute for a month. */
const READINGS = 43_200;
const QUICK_READINGS = 1000;

/** The ledger's engine alone, in CPU time: each sample in a process of its own. */
export const ledger: Scenario = {
  number: 9,
  title: 'The ledger, in CPU time, beside the reading of the same messages',
  async run(stage, { quick, largest }) {
    const messages = Math.min(largest, LARGEST);
    const readings = quick ? QUICK_READINGS : READINGS;
    const { amounts, full } = await inTurn(quick ? 1 : 3, {
      amounts: () => withWorker(stage, (worker) => worker.ask('run', messages, 'amounts')),
      full: () => withWorker(stage, (worker) => worker.ask('run', messages, 'texts')),
    });
    const foldOfMonth = await withWorker(stage, (worker) => worker.ask('foldOfMonth', readings));
    const of = (name: Measured, samples = amounts): number => median(samples.map((sample) => sample[name]));
    const row = (what: string, value: number, limit: number): Row => ({
      what: `ledger of ${messages} messages, ${what}`,
      value,
      unit: 'ms of CPU',
      target: atMost(limit),
    });
    const perLine = (value: number, limit: number, mode: string): Row => ({
      what: `ledger of ${messages} messages, \`${mode}\`, on disk`,
      value,
      unit: 'bytes a message',
      target: atMost(limit),
    });
    return {
      rows: [
        row('first reading, `amounts`', of('first'), messages / 50),
        row('first reading, `full`', of('first', full), messages / 125),
        row('unchanged reading', of('confirmed'), 1),
        row('1 % changed and 1 % gone', of('percent'), (messages * 150) / LARGEST),
        row('a closed period as a bill', of('load'), (messages * 60) / LARGEST),
        row('verification beyond the fold', of('verify'), messages / 1000),
        perLine(of('bytesALine'), 45, 'amounts'),
        perLine(of('bytesALine', full), 60, 'full'),
        {
          what: `ledger, fold of ${readings} readings that each add 23 messages`,
          value: foldOfMonth,
          unit: 'ms of CPU',
          target: atMost((readings * 1500) / READINGS),
        },
      ],
      details: WORK.map(([name, work]) => ({
        work,
        'ms of CPU, `amounts`': of(name),
        'times JSON.parse': of(name) / of('parse'),
        'times gunzip': of(name) / of('gunzip'),
        'ms of CPU, `full`': of(name, full),
      })),
    };
  },
};

type Sample = Awaited<ReturnType<LedgerTasks['run']>>;
type Measured = Exclude<keyof Sample, 'used'>;

const WORK: readonly (readonly [Measured, string])[] = [
  ['parse', 'JSON.parse of the messages'],
  ['gunzip', 'gunzip of the messages'],
  ['first', 'first reading'],
  ['confirmed', 'unchanged reading'],
  ['percent', '1 % changed and 1 % gone'],
  ['fold', 'fold of two readings at the start'],
  ['load', 'a closed period as a bill'],
  ['verify', 'verification beyond the fold'],
];

const withWorker = async <T>(stage: Stage, work: (worker: ReturnType<typeof start>) => Promise<T>): Promise<T> => {
  const worker = start(stage);
  try {
    return await work(worker);
  } finally {
    await worker.end();
  }
};

const start = (stage: Stage) => stage.worker<LedgerTasks>('load/ledger.process.js');
