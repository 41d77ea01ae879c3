import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { eventually } from '../support/polling.js';
import { ServiceProcess } from '../support/service-process.js';
import { CutLine } from './cut-line.js';
import { GrowingUpstream } from './growing-upstream.js';
import { RoundRobin } from './round-robin.js';

/** How often the services ask upstream. */
export const POLL_MS = 1000;

export interface Replica {
  readonly process: ServiceProcess;
  readonly url: string;
  /** Its way to Postgres. */
  readonly line: CutLine;
}

const MAIN = join(import.meta.dirname, '../../dist/main.js');

/** Two built services on one Postgres, and callers that ask them through a proxy, without a pause. */
export class TwoServices {
  /** What went wrong while callers asked, in words. */
  readonly failures = new Set<string>();
  asked = 0;
  /** The newest program that runs. */
  main = MAIN;
  readonly replicas: Replica[] = [];
  private isAsking = true;
  private asking: Promise<void> | undefined;

  private constructor(
    readonly databaseUrl: string,
    readonly upstream: GrowingUpstream,
    private proxy: RoundRobin | undefined,
  ) {}

  /** Starts both at once on a database that may be empty. */
  static async start(databaseUrl: string): Promise<TwoServices> {
    const services = new TwoServices(databaseUrl, await GrowingUpstream.start(), undefined);
    const proxy = await RoundRobin.start(() => services.replicas.map(({ url }) => url));
    services.proxy = proxy;
    await Promise.all([services.add(), services.add()]);
    services.asking = services.ask(proxy);
    return services;
  }

  /** Starts one more. */
  async add(env: NodeJS.ProcessEnv = {}, main = this.main): Promise<Replica> {
    const url = new URL(this.databaseUrl);
    const line = await CutLine.start(Number(url.port));
    url.port = String(line.port);
    const settings = {
      COPILOT_API_BASE_URL: this.upstream.baseUrl,
      PORT: '0',
      RATE_LIMIT_PER_MINUTE: '0',
      LEDGER_URL: url.href,
      LEDGER_POLL_SECONDS: String(POLL_MS / 1000),
      LEDGER_GRACE_HOURS: '0',
      LEDGER_KEY: 'a key that all of the replicas have',
    };
    const process = ServiceProcess.startWith({ ...settings, ...env }, [main]);
    const replica = { process, url: await process.url(), line };
    this.replicas.push(replica);
    return replica;
  }

  /** Takes one out of the proxy, and kills it. */
  async remove(replica: Replica): Promise<void> {
    this.replicas.splice(this.replicas.indexOf(replica), 1);
    await replica.process.end();
    replica.line.stop();
  }

  /** Stops one as an upgrade does, and starts another in its place. */
  async replace(replica: Replica, env: NodeJS.ProcessEnv = {}): Promise<Replica> {
    replica.process.signal('SIGTERM');
    await replica.process.ended;
    await this.remove(replica);
    return this.add(env);
  }

  /** The replica that says this of its ledger, once one does. */
  find(detail: string): Promise<Replica> {
    return eventually(detail, async () => {
      for (const replica of this.replicas) if ((await readinessOf(replica)).includes(detail)) return replica;
      return undefined;
    });
  }

  async other(than: Replica): Promise<Replica> {
    return eventually('another replica', () => this.replicas.find((replica) => replica !== than));
  }

  /** Resolves once all replicas list these periods, as `2026-05-01 open 3`, the newest first. */
  async list(...expected: string[]): Promise<void> {
    await eventually(expected.join(', '), async () => {
      const lists = await Promise.all(this.replicas.map(periodsOf));
      return lists.every((list) => String(list) === String(expected));
    });
  }

  /** Resolves once the replica says this of its ledger. */
  async says(replica: Replica, detail: string): Promise<void> {
    await eventually(detail, async () => (await readinessOf(replica)).includes(detail));
  }

  async end(): Promise<void> {
    this.isAsking = false;
    await this.asking;
    for (const replica of this.replicas.toReversed()) await this.remove(replica);
    await this.proxy?.stop();
    await this.upstream.stop();
  }

  private async ask(proxy: RoundRobin): Promise<void> {
    while (this.isAsking) {
      this.asked += 1;
      const { status } = await fetch(`${proxy.url}/usage`);
      if (status !== 200) this.failures.add(`/usage: ${status}`);
      await setTimeout(20);
    }
  }
}

/** Empty while the replica does not answer, because it is stopped or its machine is busy. */
const readinessOf = async ({ url }: Replica): Promise<string> => {
  try {
    return await (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5000) })).text();
  } catch {
    return '';
  }
};

interface ListedPeriod {
  readonly id: string;
  readonly status: string;
  readonly messages: number;
}

const periodsOf = async ({ url }: Replica): Promise<string[]> => {
  const { periods = [] } = (await (await fetch(`${url}/v1/periods`)).json()) as { periods?: ListedPeriod[] };
  return periods.map(({ id, status, messages }) => `${id} ${status} ${messages}`);
};
