import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import type { Action } from './action.js';

const ROOT = join(import.meta.dirname, '../..');
const LOADER = join(ROOT, 'test/soak/typescript.mjs');
const WRITER = join(import.meta.dirname, 'writer.process.ts');

/**
 * Starts a process that does this to the database, kills it, or what it depends on, `delayMs` after its work has begun, and
 * gives all that it had acknowledged. A migration is the work of opening, so its delay counts from
 * when the process is about to open.
 */
export const killOnce = async (
  action: Action,
  file: string,
  delayMs: number,
  kill = (writer: ChildProcess): unknown => writer.kill('SIGKILL'),
): Promise<string[]> => {
  const writer = spawn(process.execPath, ['--import', LOADER, WRITER, action, file], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', action === 'server' ? 'ignore' : 'inherit'],
  });
  const ended = once(writer, 'exit');
  const lines: string[] = [];
  const output = createInterface({ input: writer.stdout });
  const isRead = once(output, 'close');
  const begun = action === 'migrate' ? 'begin' : 'open';
  const hasBegun = new Promise<void>((resolve) => {
    output.on('line', (line) => {
      if (line === begun) resolve();
      if (line !== 'begin' && line !== 'open') lines.push(line);
    });
  });
  await Promise.race([hasBegun, ended]);
  await setTimeout(delayMs);
  await kill(writer);
  await Promise.all([ended, isRead]);
  return lines;
};
