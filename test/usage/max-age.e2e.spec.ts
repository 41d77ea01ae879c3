import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { BILL, useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';

const MAX_AGE_MS = 5000;
const CHANGED = { usage: BILL.usage.map((entry) => ({ ...entry, message_id: 1001 })) };

describe('GET /usage with USAGE_MAX_AGE_MS', () => {
  // Before the service is stopped, which waits by this clock.
  afterEach(() => void jest.restoreAllMocks());
  const service = useService({ settings: { usageMaxAgeMs: MAX_AGE_MS }, upstream: { retries: 0 }, fresh: true });
  let now: number;

  beforeEach(() => {
    service.upstream.on(MESSAGES, json(period(message())), json(period(message({ id: 1001 }))));
    now = 1_000_000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });

  const ask = async (path = '/usage') => {
    const { status: code, headers, body } = await service.http.get(path);
    return { status: code, age: headers['age'], body };
  };

  it('asks upstream for the first bill, and for none within that time, which have an Age', async () => {
    expect(await ask()).toEqual({ status: 200, age: undefined, body: BILL });
    expect(await ask()).toEqual({ status: 200, age: '0', body: BILL });
    now += 1999;
    expect(await ask()).toEqual({ status: 200, age: '1', body: BILL });
    now += 3000;
    expect(await ask()).toEqual({ status: 200, age: '4', body: BILL });
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
  });

  it('asks again after it', async () => {
    await ask();
    now += MAX_AGE_MS;
    expect(await ask()).toEqual({ status: 200, age: undefined, body: CHANGED });
    expect(await ask()).toEqual({ status: 200, age: '0', body: CHANGED });
    expect(service.upstream.timesAsked(MESSAGES)).toBe(2);
  });

  it('never covers a failure after it', async () => {
    await ask();
    service.upstream.on(MESSAGES, status(503));
    now += MAX_AGE_MS;
    expect((await ask()).status).toBe(500);
    expect((await ask()).status).toBe(500);
  });

  it('is one bill for all routes', async () => {
    await ask();
    for (const path of ['/v1/usage?format=csv', '/v1/usage?limit=1', '/v1/usage/summary', '/v1/usage/1000/receipt']) {
      expect((await ask(path)).status).toBe(200);
    }
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
  });

  it('confirms a caller’s copy without asking upstream', async () => {
    const { headers } = await service.http.get('/usage');
    const again = await service.http.get('/usage').set('If-None-Match', String(headers['etag']));
    expect({ status: again.status, age: again.headers['age'] }).toEqual({ status: 304, age: '0' });
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
  });
});
