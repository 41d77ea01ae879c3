import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;
const USER_TICKS = 11;
const SYSTEM_TICKS = 12;

export interface ProcessUsage {
  /** Milliseconds of CPU, user and system, since its start; whole hundredths of a second. */
  readonly cpuMs: number;
  /** Resident memory now. */
  readonly rssMb: number;
  /** The most resident memory since its start. */
  readonly peakRssMb: number;
}

/** What a process has used, by Linux's `/proc`; throws where there is none. MB are 1024 × 1024 bytes. */
export const usageOf = (pid: number): ProcessUsage => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the command in brackets and may contain spaces: the rest is counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS]);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
  return { cpuMs: (ticks / TICKS_A_SECOND) * 1000, rssMb: megabytes('VmRSS'), peakRssMb: megabytes('VmHWM') };
};
