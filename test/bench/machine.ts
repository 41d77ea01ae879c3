import { availableParallelism, cpus, totalmem } from 'node:os';

/** Where and when the numbers are from, without which they say nothing. */
export interface Machine {
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
}

export const thisMachine = (now: Date): Machine => ({
  date: now.toISOString(),
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});
