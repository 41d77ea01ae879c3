import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from '../contenders.js';
import { freePort } from './free-port.js';
import { type ProcessUsage, usageOf } from './usage-of.js';

const MS_BETWEEN_ATTEMPTS = 2;
const MS_TO_SEE_IDLE = 100;
const READY_PATH = '/health/live';
const MS_TO_START = 30_000;

/** A server in a process of its own, with this environment and no other, in an empty folder; its log goes to a file there. */
export class Server {
  private static readonly running = new Set<Server>();
  /** Milliseconds from its spawning to its first answer to `/health/live`. */
  startMs = 0;

  static {
    // Unlike a worker, a server does not notice that the driver has gone.
    process.on('exit', () => this.running.forEach((server) => server.kill()));
  }

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {
    Server.running.add(this);
  }

  /** Resolves with the first answer to `/health/live`, be it that there is no such route; throws with the log where none comes. */
  static async start(command: Command, env: NodeJS.ProcessEnv): Promise<Server> {
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const log = openSync(join(folder, 'log'), 'w');
    const started = performance.now();
    const child = spawn(process.execPath, [...command], {
      cwd: folder,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const url = `http://127.0.0.1:${port}`;
    const server = new Server(child, folder, url);
    while (!(await answers(url + READY_PATH))) {
      if (child.exitCode !== null || performance.now() - started > MS_TO_START) {
        const log = readFileSync(join(folder, 'log'), 'utf8');
        await server.end();
        throw new Error(`${command.join(' ')} does not answer: ${log}`);
      }
      await wait(MS_BETWEEN_ATTEMPTS);
    }
    server.startMs = performance.now() - started;
    return server;
  }

  get usage(): ProcessUsage {
    return usageOf(this.child.pid ?? 0);
  }

  /** Resolves when it does nothing any more: requests whose askers have left may keep it busy, and the next one waiting. */
  async idle(): Promise<void> {
    for (let before = -1; this.usage.cpuMs !== before; await wait(MS_TO_SEE_IDLE)) before = this.usage.cpuMs;
  }

  async end(): Promise<void> {
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.kill();
    if (this.child.exitCode === null && this.child.signalCode === null) await exited;
    Server.running.delete(this);
  }

  private kill(): void {
    this.child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume().on('end', () => resolve((response.statusCode ?? 500) < 500));
    }).on('error', () => resolve(false));
  });
