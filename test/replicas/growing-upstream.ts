import { tagged } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';

/** How often it has one more message. */
const EVERY_MS = 300;
const MINUTE_MS = 60_000;

/** When its periods begin, and so their ids. */
export const FIRST_DATE = '2026-05-01';
export const SECOND_DATE = '2026-06-01';

/** An upstream whose period grows while services ask it, and that never sends the same twice in between. */
export class GrowingUpstream {
  /** How many different answers it has given. */
  states = 0;
  private messages: object[] = [];
  private date = FIRST_DATE;
  private ids = 0;
  private timer: NodeJS.Timeout | undefined;

  private constructor(private readonly upstream: FakeUpstream) {
    this.serve();
  }

  /** Starts with a period of three messages. */
  static async start(): Promise<GrowingUpstream> {
    const growing = new GrowingUpstream(await FakeUpstream.start());
    for (let count = 0; count < 3; count += 1) growing.add();
    return growing;
  }

  get baseUrl(): string {
    return this.upstream.baseUrl;
  }

  get count(): number {
    return this.messages.length;
  }

  /** Begins the next period, with one message. */
  rollOver(): void {
    this.messages = [];
    this.date = SECOND_DATE;
    this.add();
  }

  grow(): void {
    this.timer = setInterval(() => this.add(), EVERY_MS);
  }

  rest(): void {
    clearInterval(this.timer);
  }

  async stop(): Promise<void> {
    this.rest();
    await this.upstream.stop();
  }

  private add(): void {
    this.ids += 1;
    const timestamp = new Date(Date.parse(this.date) + this.ids * MINUTE_MS).toISOString();
    this.messages.push(message({ id: this.ids, timestamp, text: `Who pays for item ${this.ids} of the lease?` }));
    this.serve();
  }

  private serve(): void {
    this.states += 1;
    this.upstream.asked.length = 0;
    this.upstream.on(MESSAGES, tagged(period(...this.messages), `"${this.states}"`));
  }
}
