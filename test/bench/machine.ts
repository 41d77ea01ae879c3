import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** Where and when the numbers are from, without which they say nothing. */
export interface Machine {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  /** Of the last minute: processes that wanted a core before the benchmark did. Much above 0, and the numbers say little. */
  readonly load: number;
}

export const thisMachine = (now: Date): Machine => ({
  date: now.toISOString(),
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  load: loadavg()[0] ?? Number.NaN,
});

export const sentenceOf = ({ date, cpu, cores, memoryGb, node, load }: Machine): string =>
  `${date}, ${cores} cores of ${cpu}, ${memoryGb} GB, Node ${node}, load ${load.toFixed(2)} before the start`;
