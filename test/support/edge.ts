import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { Test } from 'supertest';
import type { Settings, UpstreamSettings } from '../../src/config/settings.js';
import { FakeUpstream, MESSAGES } from './fake-upstream.js';
import { json } from './answers.js';
import { message, period } from './period.js';
import { ASKED_AS } from './problem-document.js';
import { type RunningService, startService } from './service.js';
import { testSettings } from './settings.js';

export const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options'] as const;

export type Method = (typeof METHODS)[number];

export interface Edge {
  readonly upstream: FakeUpstream;
  readonly service: RunningService;
  /** Asks under the id that the problem documents of these tests carry. */
  readonly ask: (method: Method, path: string) => Test;
}

/** For a describe block: the whole service over an upstream that has one question to bill, until a test says otherwise. */
export const useEdge = (
  start: (settings: Settings) => Promise<RunningService> = startService,
  settings: Partial<UpstreamSettings> = {},
): Edge => {
  let upstream: FakeUpstream;
  let service: RunningService;

  beforeAll(async () => {
    upstream = await FakeUpstream.start();
    service = await start(testSettings({ baseUrl: upstream.baseUrl, ...settings }));
  });
  beforeEach(() => {
    upstream.reset();
    upstream.on(MESSAGES, json(period(message())));
  });
  afterAll(async () => {
    await service.stop();
    await upstream.stop();
  });

  return {
    get upstream() {
      return upstream;
    },
    get service() {
      return service;
    },
    ask: (method, path) => service.http[method](path).set('X-Request-Id', ASKED_AS),
  };
};

/** What that question costs. */
export const BILL = { usage: [{ message_id: 1000, timestamp: '2026-03-02T08:14:09.412Z', credits_used: 1.05 }] };
