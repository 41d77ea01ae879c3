import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';

/** What became of a request: the right bill, another answer, or the code of what went wrong with its connection. */
type Outcome = string;

export const RIGHT = 'right';
export const REFUSED = 'ECONNREFUSED';
export const LOST = 'ECONNRESET';

/** Callers who ask for the bill again and again, each over a connection of its own for each request. */
export class Callers {
  /** How often each outcome was seen. */
  readonly outcomes = new Map<Outcome, number>();
  private isOver = false;
  private readonly loops: Promise<void>[];
  private readonly agent = new Agent({ keepAlive: false });

  constructor(
    count: number,
    private readonly url: string,
    private readonly bill: unknown,
  ) {
    this.loops = Array.from({ length: count }, () => this.askOn());
  }

  /** Resolves once `times` more requests have ended with `outcome`. */
  async have(outcome: Outcome, times: number): Promise<void> {
    const wanted = this.count(outcome) + times;
    while (this.count(outcome) < wanted) await this.ask();
  }

  /** Resolves when the last of them has got its answer. */
  async stop(): Promise<void> {
    this.isOver = true;
    await Promise.all(this.loops);
  }

  private async askOn(): Promise<void> {
    while (!this.isOver) await this.ask();
  }

  private async ask(): Promise<void> {
    const outcome = await this.outcome();
    this.outcomes.set(outcome, this.count(outcome) + 1);
  }

  private async outcome(): Promise<Outcome> {
    try {
      const [response] = (await once(get(this.url, { agent: this.agent }), 'response')) as [IncomingMessage];
      const body = await text(response);
      const isRight = response.statusCode === 200 && isDeepStrictEqual(JSON.parse(body), this.bill);
      return isRight ? RIGHT : `${response.statusCode} ${body}`;
    } catch (error) {
      return String(Object(error).code);
    }
  }

  private count(outcome: Outcome): number {
    return this.outcomes.get(outcome) ?? 0;
  }
}
