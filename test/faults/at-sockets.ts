import type { RequestListener } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { FakeUpstream } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, type Resource, serveGoodPeriod } from '../support/good-period.js';
import type { Answer } from '../support/outcomes.js';
import { ASKED_AS } from '../support/problem-document.js';
import { residentBytesOf, socketsOf } from '../support/process-files.js';
import { answersIn } from '../support/raw-answers.js';
import { converse, rawGet } from '../support/raw-http.js';
import { ServiceProcess } from '../support/service-process.js';

const PROBE = fileURLToPath(new URL('probe.mjs', import.meta.url));

/**
 * Quick to give up, so that a table of faults takes a minute; far above what a healthy call takes. Each row meets its fault
 * itself: no breaker and no budget for retries remembers the rows before.
 */
export const SETTINGS = {
  PORT: '0',
  LOG_LEVEL: 'trace',
  NODE_OPTIONS: `--import=${PROBE}`,
  RATE_LIMIT_PER_MINUTE: '1000000',
  // The hosts that requests of these tests name.
  ALLOWED_HOSTS: 'service.test,a',
  UPSTREAM_TIMEOUT_MS: '500',
  UPSTREAM_RETRIES: '1',
  UPSTREAM_RETRY_RESERVE: '1000',
  UPSTREAM_BREAKER_FAILURES: '0',
  UPSTREAM_DEADLINE_MS: '2500',
  UPSTREAM_CONCURRENCY: '16',
  UPSTREAM_MAX_BYTES: '1000000',
};

/** The request for the bill, as it goes over the wire. */
export const ASK = rawGet('/usage', `X-Request-Id: ${ASKED_AS}`);

/** What must never be logged: words of the messages and of the bodies of the upstream. */
const CONFIDENTIAL = ['What is', 'Lease', '<Error', 'Sign in', 'ESMTP'];

interface Footprint {
  readonly sockets: number;
  /** Timers, connections and whatever else keeps the process alive, each kind with its number. */
  readonly held: unknown;
}

const SETTLED_WITHIN_MS = 5000;

/** The built service in a process of its own, an upstream that fails as it is told, and what the process holds. */
export class AtSockets {
  private resting: Footprint | undefined;
  private footprints = 0;

  private constructor(
    readonly upstream: FakeUpstream,
    readonly service: ServiceProcess,
    readonly port: number,
  ) {}

  static async start(settings: NodeJS.ProcessEnv = {}): Promise<AtSockets> {
    const upstream = await FakeUpstream.start();
    const service = ServiceProcess.start({ ...SETTINGS, ...settings, COPILOT_API_BASE_URL: upstream.baseUrl });
    const pair = new AtSockets(upstream, service, Number(new URL(await service.url()).port));
    serveGoodPeriod(upstream);
    await pair.ask();
    upstream.hangUp();
    pair.resting = await pair.footprint();
    return pair;
  }

  async stop(): Promise<void> {
    await this.service.end();
    await this.upstream.stop();
  }

  /** Sends these bytes over a connection of their own; all the answers that come back before the service closes it. */
  async say(bytes: string | Uint8Array): Promise<Answer[]> {
    return answersIn(await converse(this.port, bytes));
  }

  /** Asks for the bill over a connection of its own. */
  async ask(): Promise<Answer | undefined> {
    return (await this.say(ASK))[0];
  }

  /** Asks for the bill while the upstream does this. */
  askUnder({ path, answers }: Pick<UpstreamFault, 'path' | 'answers'>): Promise<Answer | undefined> {
    this.upstream.on(path, ...answers.map((answer) => (answer === 'well' ? GOOD[path] : answer)));
    return this.ask();
  }

  /** The next bill of an upstream that is well, and what the process still holds: whatever was before, {@link atRest}. */
  async afterwards(): Promise<object> {
    serveGoodPeriod(this.upstream);
    return { bill: await this.ask(), ...(await this.footprint()) };
  }

  get atRest(): object {
    return { bill: GOOD_BILL, ...this.resting };
  }

  /** What the log has of messages, of answers of the upstream or of its address. */
  get leaksInLog(): string[] {
    const secrets = [...CONFIDENTIAL, new URL(this.upstream.baseUrl).host];
    return this.service.log.flatMap((line) => {
      const written = JSON.stringify(line);
      return secrets.some((secret) => written.includes(secret)) ? [written] : [];
    });
  }

  /** The heap in bytes, once garbage has been collected, and all memory that is resident. */
  async memory(): Promise<{ readonly heap: number; readonly resident: number }> {
    const { heap } = await this.probe();
    return { heap: Number(heap), resident: residentBytesOf(this.service.pid) };
  }

  /** Once nothing but what was there at rest is left, or has had its time to go. */
  private async footprint(): Promise<Footprint> {
    const until = performance.now() + SETTLED_WITHIN_MS;
    for (;;) {
      this.upstream.hangUp();
      const { held } = await this.probe();
      const found = { sockets: socketsOf(this.service.pid), held };
      if (this.isAtRest(found) || performance.now() > until) return found;
      await delay(10);
    }
  }

  /** As it was at the beginning; at the beginning, without a connection. */
  private isAtRest(found: Footprint): boolean {
    if (this.resting) return isDeepStrictEqual(found, this.resting);
    return !/TCPSocketWrap|ShutdownWrap/.test(JSON.stringify(found.held));
  }

  private async probe() {
    this.footprints += 1;
    this.service.signal('SIGUSR2');
    return this.service.entry(new RegExp(`^footprint ${this.footprints}$`));
  }
}

/** What the upstream does when it is asked for `path`, in turn, the last one for good; and what the caller sees. */
export type UpstreamFault = {
  readonly fault: string;
  readonly path: Resource;
  readonly answers: readonly (RequestListener | 'well')[];
  readonly seen: Answer;
};

/** For a describe block: one process for all its tests, each over an upstream that is well until the test says otherwise. */
export const useAtSockets = (settings: NodeJS.ProcessEnv = {}): { readonly pair: AtSockets } => {
  let running: AtSockets | undefined;
  const pair = (): AtSockets => {
    if (!running) throw new Error('the service runs only while a test does');
    return running;
  };
  beforeAll(async () => {
    running = await AtSockets.start(settings);
  });
  beforeEach(() => {
    pair().upstream.reset();
    serveGoodPeriod(pair().upstream);
  });
  afterAll(() => pair().stop());
  return {
    get pair() {
      return pair();
    },
  };
};
