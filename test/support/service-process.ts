import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** The service as an operator meets it: `node dist/main.js`, with this environment and no other, its output on pipes. */
export class ServiceProcess {
  /** The standard output so far, a line each. */
  readonly output: string[] = [];
  readonly stderr: Promise<string>;
  /** Resolves once it has ended and all its output is read. */
  readonly exit: Promise<Exit>;
  /** Resolves once it has ended, its output read or not. */
  readonly ended: Promise<Exit>;
  private readonly lines = new EventEmitter();

  private constructor(
    private readonly child: ChildProcess & { stdout: Readable; stderr: Readable },
    /** The folder that it runs in. */
    readonly folder: string,
  ) {
    createInterface(child.stdout).on('line', (line) => {
      this.output.push(line);
      this.lines.emit('line');
    });
    this.stderr = text(child.stderr);
    // Rejects where a test closes it.
    this.stderr.catch(() => undefined);
    this.exit = once(child, 'close').then(([code, signal]) => ({ code, signal }));
    this.ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }));
  }

  /** In a folder of its own, which has this `.env` and not the developer's. */
  static start(env: NodeJS.ProcessEnv, dotEnv = ''): ServiceProcess {
    return ServiceProcess.spawn(env, dotEnv, [process.execPath, MAIN]);
  }

  /** Started by `node` with these arguments. */
  static startWith(env: NodeJS.ProcessEnv, args: readonly string[]): ServiceProcess {
    return ServiceProcess.spawn(env, '', [process.execPath, ...args]);
  }

  /** Started by a shell, in a folder of its own, with `redirection` of its output: `>> log`, `> /dev/full 2>&1`, `>&-`. */
  static startRedirected(env: NodeJS.ProcessEnv, redirection: string, prepare = 'true'): ServiceProcess {
    const command = `${prepare}; exec "$0" "$@" ${redirection}`;
    return ServiceProcess.spawn(env, '', ['sh', '-c', command, process.execPath, MAIN]);
  }

  private static spawn(env: NodeJS.ProcessEnv, dotEnv: string, [file, ...args]: [string, ...string[]]): ServiceProcess {
    const { PATH } = process.env;
    const cwd = mkdtempSync(join(tmpdir(), 'copilot-usage-'));
    writeFileSync(join(cwd, '.env'), dotEnv);
    // The ledger of the sample is there too, and goes with the folder where a test kills the service.
    const child = spawn(file, args, { cwd, env: { PATH, TMPDIR: cwd, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    return new ServiceProcess(child, cwd);
  }

  /** The log, each line as its JSON. */
  get log(): LogLine[] {
    return this.output.map((line) => JSON.parse(line));
  }

  /** Resolves with the base URL once the service says where it is. */
  async url(): Promise<string> {
    const announcement = await this.line(/^The bill: (http:.*)\/usage$/);
    return announcement[1] ?? '';
  }

  /** The first line of the log, past or to come, whose message is like this: what it says there. */
  async line(message: RegExp): Promise<RegExpExecArray> {
    const { msg } = await this.entry(message);
    return message.exec(msg) as RegExpExecArray;
  }

  /** The same line with all its fields. */
  async entry(message: RegExp): Promise<LogLine> {
    const exited = this.exit.then(async () => {
      throw new Error(`the service has ended: ${await this.stderr}`);
    });
    exited.catch(() => undefined);
    for (;;) {
      const found = this.log.find(({ msg }) => message.test(msg));
      if (found) return found;
      await Promise.race([once(this.lines, 'line'), exited]);
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Whether a test has stopped it for a while. */
  isStopped = false;

  signal(name: NodeJS.Signals): void {
    if (name === 'SIGSTOP' || name === 'SIGCONT') this.isStopped = name === 'SIGSTOP';
    this.child.kill(name);
  }

  /** Leaves its log unread in the pipe, as a collector that hangs does, and reads on later. */
  pauseReading(): void {
    this.child.stdout.pause();
  }

  resumeReading(): void {
    this.child.stdout.resume();
  }

  /** Closes the pipe that its log goes to, as a collector that dies does. */
  stopReading(): void {
    this.child.stdout.destroy();
  }

  /** Closes the pipe that its standard error goes to. */
  stopReadingErrors(): void {
    this.child.stderr.destroy();
  }

  /** Ends it where a test has not. */
  async end(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exit;
    rmSync(this.folder, { recursive: true });
  }
}
