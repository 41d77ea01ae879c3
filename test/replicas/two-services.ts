import { setTimeout } from 'node:timers/promises';
import { verifyLedger } from '../../src/ledger/verify/verify-ledger.js';
import { openPostgresStore } from '../../src/ledger/store/postgres/open-postgres-store.js';
import { ServiceProcess } from '../support/service-process.js';

/** How often the services ask upstream. */
export const POLL_MS = 1000;
const LONGEST_MS = 60_000;

interface Replica {
  readonly process: ServiceProcess;
  readonly url: string;
}

/** Two built services on one Postgres, and callers that ask them in turn, without a pause. */
export class TwoServices {
  /** Answers of `/usage` that were not a bill, in words. */
  readonly failures: string[] = [];
  asked = 0;
  private readonly replicas: Replica[] = [];
  private isAsking = true;
  private asking: Promise<void> | undefined;

  private constructor(readonly databaseUrl: string) {}

  /** Starts both at once on a database that may be empty. */
  static async start(databaseUrl: string): Promise<TwoServices> {
    const services = new TwoServices(databaseUrl);
    await Promise.all([services.add(), services.add()]);
    services.asking = services.ask();
    return services;
  }

  /** Starts one more. */
  async add(): Promise<void> {
    const process = ServiceProcess.start({
      COPILOT_API_BASE_URL: 'sample',
      PORT: '0',
      RATE_LIMIT_PER_MINUTE: '0',
      LEDGER_URL: this.databaseUrl,
      LEDGER_POLL_SECONDS: String(POLL_MS / 1000),
      LEDGER_KEY: 'a key that all of the replicas have',
    });
    this.replicas.push({ process, url: await process.url() });
  }

  /** Takes one out of the proxy. */
  async remove(replica: Replica): Promise<void> {
    this.replicas.splice(this.replicas.indexOf(replica), 1);
    await replica.process.end();
  }

  /** The replica that says this of its ledger, once one does. */
  async find(detail: string): Promise<Replica> {
    return this.until(async () => {
      for (const replica of this.replicas) if ((await this.readiness(replica)).includes(detail)) return replica;
      return undefined;
    });
  }

  async readiness({ url }: Replica): Promise<string> {
    return (await fetch(`${url}/health/ready`)).text();
  }

  /** Resolves with what `look` returns once that is something. */
  async until<T>(look: () => Promise<T | undefined>): Promise<T> {
    for (const end = performance.now() + LONGEST_MS; performance.now() < end; await setTimeout(50)) {
      const found = await look();
      if (found !== undefined) return found;
    }
    throw new Error(`not within ${LONGEST_MS} ms`);
  }

  /** What is wrong in the end, each in a sentence. */
  async check(): Promise<string[]> {
    const store = await openPostgresStore(this.databaseUrl, 'sample', { readOnly: true });
    const faults = [...new Set(this.failures)].map((failure) => `/usage: ${failure}`);
    try {
      const journal = await verifyLedger(store, { source: 'sample' });
      if (journal.newestReading !== 1)
        faults.push(`${journal.newestReading} readings of an upstream that never changed`);
    } catch (error) {
      faults.push(`verify: ${String(error)}`);
    } finally {
      await store.close();
    }
    const told = await Promise.all(this.replicas.map(async ({ url }) => bodiesOf(url)));
    if (new Set(told).size !== 1) faults.push('the replicas answer differently');
    return faults;
  }

  async end(): Promise<void> {
    this.isAsking = false;
    await this.asking;
    for (const { process } of this.replicas.splice(0)) await process.end();
  }

  /** A proxy asks whichever is there; one that has just been killed is no failure of the others. */
  private async ask(): Promise<void> {
    for (let turn = 0; this.isAsking; turn += 1) {
      const replica = this.replicas[turn % this.replicas.length];
      if (replica) await this.askOnce(replica);
      await setTimeout(20);
    }
  }

  private async askOnce(replica: Replica): Promise<void> {
    this.asked += 1;
    try {
      const { status } = await fetch(`${replica.url}/usage`, { signal: AbortSignal.timeout(5000) });
      if (status !== 200) this.failures.push(String(status));
    } catch (error) {
      if (this.replicas.includes(replica) && !replica.process.isStopped) this.failures.push(String(error));
    }
  }
}

const PERIOD = /"id":"([^"]+)"/g;

/** What a replica answers for its periods, one after the other; when each was confirmed may go on meanwhile. */
const bodiesOf = async (url: string): Promise<string> => {
  const list = await (await fetch(`${url}/v1/periods`)).text();
  const bodies = [...list.matchAll(PERIOD)].map(async ([, id]) => (await fetch(`${url}/v1/usage?period=${id}`)).text());
  return (await Promise.all(bodies)).join('\n');
};
