import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Agent, Test } from 'supertest';
import type { Settings, UpstreamSettings } from '../../src/config/settings.js';
import { json } from './answers.js';
import { FakeUpstream, MESSAGES } from './fake-upstream.js';
import type { Answer } from './outcomes.js';
import { message, period } from './period.js';
import { ASKED_AS } from './problem-document.js';
import { type Changes, type RunningService, startService } from './service.js';
import { testSettings } from './settings.js';

export { BILL } from './bill.js';

export const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const;

export type Method = (typeof METHODS)[number];

export interface ServiceOptions extends Changes {
  readonly settings?: Partial<Omit<Settings, 'upstream'>>;
  /** Settings of the upstream; its base URL is that of the fake upstream unless one is given. */
  readonly upstream?: Partial<UpstreamSettings>;
  /** Starts a service for each test: one that remembers nothing of the test before. */
  readonly fresh?: boolean;
}

/** For a describe block: the whole service over a fake upstream that each test finds with one message to bill. */
export const useService = ({ fresh = false, ...options }: ServiceOptions = {}): TestedService => {
  const tested = new TestedService(options);
  if (fresh) {
    beforeEach(() => tested.start());
    afterEach(() => tested.stop());
  } else {
    beforeAll(() => tested.start());
    afterAll(() => tested.stop());
  }
  beforeEach(() => {
    tested.upstream.reset();
    tested.upstream.on(MESSAGES, json(period(message())));
  });
  return tested;
};

export class TestedService implements RunningService {
  private running: { readonly upstream: FakeUpstream; readonly service: RunningService } | undefined;

  constructor(private readonly options: Omit<ServiceOptions, 'fresh'>) {}

  async start(): Promise<void> {
    const upstream = await FakeUpstream.start();
    const { settings, upstream: upstreamSettings, ...changes } = this.options;
    const all = testSettings({ baseUrl: upstream.baseUrl, ...upstreamSettings }, settings);
    this.running = { upstream, service: await startService(all, changes) };
  }

  readonly stop = async (): Promise<void> => {
    await this.started.service.stop();
    await this.upstream.stop();
  };

  get upstream(): FakeUpstream {
    return this.started.upstream;
  }

  get app(): NestExpressApplication {
    return this.started.service.app;
  }

  get http(): Agent {
    return this.started.service.http;
  }

  private get started() {
    if (!this.running) throw new Error('the service runs only while a test does');
    return this.running;
  }

  /** Sends a request under the id that the problem documents of the tests carry. */
  ask(method: Method, path: string): Test {
    return this.http[method](path).set('X-Request-Id', ASKED_AS);
  }

  async askForBill(): Promise<Answer> {
    const { status, headers, text } = await this.getBill();
    const { 'content-type': contentType, 'cache-control': cacheControl } = headers;
    return { status, contentType, cacheControl, body: JSON.parse(text) };
  }

  /** The body of the bill unparsed: its numbers keep their digits, its keys their order. */
  async askForBillText(): Promise<string> {
    return (await this.getBill()).text;
  }

  /** The address of the bill, for a test that sends its own requests. */
  async billUrl(): Promise<string> {
    return `${await this.app.getUrl()}/usage`;
  }

  /** Resolves after `count` more requests have reached the service. */
  asked(count: number): Promise<void> {
    const server: Server = this.app.getHttpServer();
    return new Promise((resolve) => {
      let more = count;
      server.on('request', () => {
        more -= 1;
        if (more === 0) resolve();
      });
    });
  }

  private getBill(): Test {
    return this.ask('get', '/usage');
  }
}
