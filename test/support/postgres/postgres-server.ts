import { execFile, type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const run = promisify(execFile);

const USER = 'ledger';
const PASSWORD = 'a password of the tests';

/** A database for which the password is asked; that takes 30 ms for each connection, so no other asks. */
export const GUARDED = 'guarded';
const ACCESS = `host ${GUARDED} all 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n`;

/** A Postgres of the tests, in a temporary folder, that listens on a port of 127.0.0.1. */
export class PostgresServer {
  private server: ChildProcess | undefined;

  private constructor(
    private readonly bin: string,
    private readonly folder: string,
    readonly port: number,
  ) {
    process.once('exit', this.kill);
  }

  /** Starts one with the programs in the folder `bin`. */
  static async start(bin: string): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
    const password = join(folder, 'password');
    writeFileSync(password, PASSWORD);
    const { uid, gid } = owner();
    if (uid !== undefined && gid !== undefined) for (const path of [folder, password]) chownSync(path, uid, gid);
    const options = ['--no-sync', '--auth=trust', `--username=${USER}`, `--pwfile=${password}`, '--encoding=UTF8'];
    await run(join(bin, 'initdb'), ['-D', join(folder, 'data'), ...options, '--locale=C'], {
      ...owner(),
      cwd: folder,
    });
    writeFileSync(join(folder, 'data/pg_hba.conf'), ACCESS);
    const postgres = new PostgresServer(bin, folder, await freePort());
    await postgres.begin();
    return postgres;
  }

  /** The URL of a schema, which need not exist, or of the schema `public`. */
  url(schema = 'public', { password = PASSWORD, port = this.port, database = 'postgres' } = {}): string {
    const options = encodeURIComponent(`-c search_path=${schema}`);
    return `postgres://${USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}?options=${options}`;
  }

  /** Starts it again. Resolves once it accepts connections. */
  async begin(): Promise<void> {
    const options = [`port=${this.port}`, 'listen_addresses=127.0.0.1', `unix_socket_directories=${this.folder}`];
    // No power is cut here, so the disk need not be waited for.
    const settings = [...options, 'fsync=off', 'max_connections=100'];
    this.server = spawn(
      join(this.bin, 'postgres'),
      ['-D', join(this.folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])],
      { ...owner(), cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    for await (const line of createInterface({ input: this.server.stderr ?? process.stdin }))
      if (line.includes('ready to accept connections')) break;
    this.server.stderr?.resume();
  }

  /** `immediate`: ends it as a power cut does, and it recovers at its next start. `fast`: takes leave of everybody. */
  async end(mode: 'immediate' | 'fast'): Promise<void> {
    const { server } = this;
    if (!server || server.exitCode !== null) return;
    server.kill(mode === 'immediate' ? 'SIGQUIT' : 'SIGINT');
    await once(server, 'exit');
  }

  /** Stops all of its processes where they are, as a machine that hangs does. Only on Linux. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  private signal(name: NodeJS.Signals): void {
    const pid = this.server?.pid;
    if (pid === undefined) return;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    for (const each of [pid, ...children.filter(Boolean).map(Number)]) process.kill(each, name);
  }

  /** Ends it for good. */
  async clear(): Promise<void> {
    process.off('exit', this.kill);
    await this.end('immediate');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private readonly kill = (): void => {
    this.server?.kill('SIGQUIT');
  };
}

/** Postgres refuses to run as root: the user that runs it instead. */
const owner = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const [, , uid, gid] = (users.find((line) => /^(?:postgres|nobody):/.test(line)) ?? '').split(':');
  return uid === undefined ? {} : { uid: Number(uid), gid: Number(gid) };
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
};
