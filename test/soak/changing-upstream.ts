import type { RequestListener } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { tagged } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { Timeline } from './timeline.js';
import { type Version, version } from './version.js';
import { FAIR, FOUL, type Weather } from './weather.js';

const FOUL_MS = 1000;
const PERIOD_MS = 2700;

/** An upstream whose period changes every few seconds, and that fails now and then, in every way in turn. */
export class ChangingUpstream {
  readonly versions = new Timeline<Version>(version(1));
  readonly weathers = new Timeline<Weather>(FAIR);

  private constructor(private readonly upstream: FakeUpstream) {
    this.serve();
  }

  static async start(): Promise<ChangingUpstream> {
    return new ChangingUpstream(await FakeUpstream.start());
  }

  get baseUrl(): string {
    return this.upstream.baseUrl;
  }

  /** Changes the period, and fails from time to time, until `isOver`. Between two failures it is well for `fairMs` milliseconds. */
  async change(isOver: () => boolean, fairMs: number): Promise<void> {
    await Promise.all([this.changeWeather(isOver, fairMs), this.changePeriod(isOver)]);
  }

  hangUp(): void {
    this.upstream.hangUp();
  }

  /** Forgets what it was asked, which would grow with the traffic. */
  forget(): void {
    this.upstream.asked.length = 0;
    this.upstream.brokenOff.length = 0;
  }

  stop(): Promise<void> {
    return this.upstream.stop();
  }

  private async changeWeather(isOver: () => boolean, fairMs: number): Promise<void> {
    for (let turn = 0; !isOver(); turn += 1) {
      await delay(fairMs);
      this.weathers.set(FOUL[turn % FOUL.length] ?? FAIR);
      await delay(FOUL_MS);
      this.weathers.set(FAIR);
    }
  }

  private async changePeriod(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await delay(PERIOD_MS);
      this.versions.set(version(this.versions.now.number + 1));
      this.serve();
    }
  }

  /** The reports of earlier versions stay, as blobs do: a reading that has begun can end. */
  private serve(): void {
    const { number, messages, reports } = this.versions.now;
    this.upstream.on(MESSAGES, this.inAnyWeather(tagged({ messages }, `"${number}"`)));
    for (const report of reports) {
      this.upstream.on(`/reports/${report.id}`, this.inAnyWeather(tagged(report, `"${report.id}"`)));
    }
  }

  private inAnyWeather(well: RequestListener): RequestListener {
    return (...exchange) => {
      this.weathers.now.answer(well)(...exchange);
    };
  }
}
