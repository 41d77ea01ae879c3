import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Scrape } from './prometheus.js';

const AT_ONCE = 50;

/** A client that makes a service write its log, and counts the requests that it has made of it. */
export class LogPressure {
  /** Requests answered so far; each is one line of the log. */
  requests = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

  constructor(private readonly url: string) {}

  /** Asks once, with an id that the line has. Returns the status and the body. */
  async ask(path: string, id = 'x'.repeat(64)): Promise<{ status: number | undefined; body: string }> {
    const asking = get(`${this.url}${path}`, { agent: this.agent, headers: { 'X-Request-Id': id } });
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    const body = await text(response);
    this.requests += 1;
    return { status: response.statusCode, body };
  }

  /** How many lines the service says that it has dropped. */
  async dropped(): Promise<number> {
    const { body } = await this.ask('/metrics');
    const [sample = ''] = new Scrape(body).samples('log_lines_dropped_total');
    return Number(sample.split(' ')[1]);
  }

  /** Asks for the liveness until lines are dropped. Returns the statuses that came, each once. */
  async untilLinesDrop(): Promise<Set<number | undefined>> {
    const statuses = new Set<number | undefined>();
    while ((await this.dropped()) === 0) {
      for (const { status } of await Promise.all(Array.from({ length: 500 }, () => this.ask('/health/live'))))
        statuses.add(status);
    }
    return statuses;
  }

  end(): void {
    this.agent.destroy();
  }
}
