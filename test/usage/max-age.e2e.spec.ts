import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { BILL } from '../support/edge.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { type RunningService, startService } from '../support/service.js';
import { testSettings } from '../support/settings.js';

const MAX_AGE_MS = 5000;
const CHANGED = { usage: BILL.usage.map((entry) => ({ ...entry, message_id: 1001 })) };

describe('GET /usage with USAGE_MAX_AGE_MS', () => {
  let upstream: FakeUpstream;
  let service: RunningService;
  let now: number;

  beforeEach(async () => {
    upstream = await FakeUpstream.start();
    upstream.on(MESSAGES, json(period(message())), json(period(message({ id: 1001 }))));
    service = await startService(
      testSettings({ baseUrl: upstream.baseUrl, retries: 0 }, { usageMaxAgeMs: MAX_AGE_MS }),
    );
    now = 1_000_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await service.stop();
    await upstream.stop();
  });

  const ask = async (path = '/usage') => {
    const { status: code, headers, body } = await service.http.get(path);
    return { status: code, age: headers['age'], body };
  };

  it('asks upstream for the first bill, and for none of those within that time, which say their age', async () => {
    expect(await ask()).toEqual({ status: 200, age: undefined, body: BILL });
    expect(await ask()).toEqual({ status: 200, age: '0', body: BILL });
    now += 1999;
    expect(await ask()).toEqual({ status: 200, age: '1', body: BILL });
    now += 3000;
    expect(await ask()).toEqual({ status: 200, age: '4', body: BILL });
    expect(upstream.timesAsked(MESSAGES)).toBe(1);
  });

  it('asks again after it', async () => {
    await ask();
    now += MAX_AGE_MS;
    expect(await ask()).toEqual({ status: 200, age: undefined, body: CHANGED });
    expect(await ask()).toEqual({ status: 200, age: '0', body: CHANGED });
    expect(upstream.timesAsked(MESSAGES)).toBe(2);
  });

  it('never covers a failure after it', async () => {
    await ask();
    upstream.on(MESSAGES, status(503));
    now += MAX_AGE_MS;
    expect((await ask()).status).toBe(500);
    expect((await ask()).status).toBe(500);
  });

  it('is one bill for every room that speaks of it', async () => {
    await ask();
    for (const path of ['/v1/usage?format=csv', '/v1/usage?limit=1', '/v1/usage/summary', '/v1/usage/1000/receipt']) {
      expect((await ask(path)).status).toBe(200);
    }
    expect(upstream.timesAsked(MESSAGES)).toBe(1);
  });

  it('confirms what a caller has without asking upstream', async () => {
    const { headers } = await service.http.get('/usage');
    const again = await service.http.get('/usage').set('If-None-Match', String(headers['etag']));
    expect({ status: again.status, age: again.headers['age'] }).toEqual({ status: 304, age: '0' });
    expect(upstream.timesAsked(MESSAGES)).toBe(1);
  });
});
