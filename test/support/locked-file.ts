import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const HOLDER = join(import.meta.dirname, '../ledger-store/lock-holder.mjs');

/**
 * Holds the lock for writing of a database in another process, and resolves once it is held to what
 * lets it go.
 */
export const holdLock = async (file: string): Promise<() => Promise<void>> => {
  const holder = fork(HOLDER, [file]);
  await once(holder, 'message');
  return async () => {
    const ended = once(holder, 'exit');
    holder.send('release');
    await ended;
  };
};
