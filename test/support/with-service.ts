import type { Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { UpstreamSettings } from '../../src/config/settings.js';
import { FakeUpstream } from './fake-upstream.js';
import { type Answer, REQUEST_ID } from './outcomes.js';
import { type RunningService, startService } from './service.js';
import { testSettings } from './settings.js';

export interface ServiceOverUpstream {
  readonly upstream: FakeUpstream;
  /** Asks for the bill and reads the answer. */
  readonly ask: () => Promise<Answer>;
  /** Asks for the bill and takes the body as it was written: a number keeps its digits, a key its place. */
  readonly askForText: () => Promise<string>;
  /** Where the bill is, for a test that asks in its own way. */
  readonly url: () => Promise<string>;
  /** Resolves when the service has been asked so many times more. */
  readonly asked: (count: number) => Promise<void>;
}

/** For a describe block: the whole service over a fake upstream that each test finds untold. */
export const useService = (settings: Partial<UpstreamSettings> = {}): ServiceOverUpstream => {
  const pair = new Pair(settings);
  beforeAll(() => pair.start());
  beforeEach(() => pair.upstream.reset());
  afterAll(() => pair.stop());
  return pair;
};

/** The same, but a service for each test: one that remembers nothing of the test before. */
export const useFreshService = (settings: Partial<UpstreamSettings> = {}): ServiceOverUpstream => {
  const pair = new Pair(settings);
  beforeEach(() => pair.start());
  afterEach(() => pair.stop());
  return pair;
};

class Pair implements ServiceOverUpstream {
  private running: { readonly upstream: FakeUpstream; readonly service: RunningService } | undefined;

  constructor(private readonly settings: Partial<UpstreamSettings>) {}

  async start(): Promise<void> {
    const upstream = await FakeUpstream.start();
    const service = await startService(testSettings({ baseUrl: upstream.baseUrl, ...this.settings }));
    this.running = { upstream, service };
  }

  async stop(): Promise<void> {
    await this.service.stop();
    await this.upstream.stop();
  }

  get upstream(): FakeUpstream {
    return this.started.upstream;
  }

  private get service(): RunningService {
    return this.started.service;
  }

  private get started() {
    if (!this.running) throw new Error('the service runs only while a test does');
    return this.running;
  }

  async ask(): Promise<Answer> {
    const { status, headers, text } = await this.get();
    const { 'content-type': contentType, 'cache-control': cacheControl } = headers;
    return { status, contentType, cacheControl, body: JSON.parse(text) };
  }

  async askForText(): Promise<string> {
    return (await this.get()).text;
  }

  async url(): Promise<string> {
    return `${await this.service.app.getUrl()}/usage`;
  }

  asked(count: number): Promise<void> {
    const server: Server = this.service.app.getHttpServer();
    return new Promise((resolve) => {
      let more = count;
      server.on('request', () => {
        more -= 1;
        if (more === 0) resolve();
      });
    });
  }

  private get() {
    return this.service.http.get('/usage').set('X-Request-Id', REQUEST_ID);
  }
}
