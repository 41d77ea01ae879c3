import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The environment of a process whose clock is an hour ahead; its timers go on as they are. Undefined
 * where Debian's package `faketime` is not installed.
 */
export const anHourAhead = async (): Promise<NodeJS.ProcessEnv | undefined> => {
  try {
    const { stdout } = await run('faketime', ['-f', '+1h', 'printenv', 'LD_PRELOAD']);
    return { LD_PRELOAD: stdout.trim(), FAKETIME: '+1h', FAKETIME_DONT_FAKE_MONOTONIC: '1' };
  } catch {
    return undefined;
  }
};
