import { Agent } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { BILL } from '../support/bill.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { hold } from '../support/held.js';
import { get, open, read, refused } from '../support/http-client.js';
import { message, period } from '../support/period.js';
import { ServiceProcess } from '../support/service-process.js';

const CLEAN_EXIT = { code: 0, signal: null };
const PERIOD = json(period(message()));
/** What a service that waited for its idle connections would exceed: Node keeps them for 5 s. */
const SOON_MS = 2500;

describe('a process that is told to stop', () => {
  let upstream: FakeUpstream;
  let service: ServiceProcess;
  let url: string;

  beforeAll(async () => {
    upstream = await FakeUpstream.start();
  });
  beforeEach(async () => {
    upstream.reset();
    upstream.on(MESSAGES, PERIOD);
    service = ServiceProcess.start({ COPILOT_API_BASE_URL: upstream.baseUrl, PORT: '0' });
    url = await service.url();
  });
  afterEach(() => service.end());
  afterAll(() => upstream.stop());

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s, finishes the request under way and takes no other',
    async (signal) => {
      const held = hold(PERIOD);
      upstream.on(MESSAGES, held.answer);
      const bill = get(`${url}/usage`);
      await held.asked;

      service.signal(signal);
      await refused(url);
      held.release();

      expect(await bill).toEqual({ status: 200, body: BILL });
      expect(await service.exit).toEqual(CLEAN_EXIT);
      expect(await service.stderr).toBe('');
    },
  );

  it('again and again, does so once', async () => {
    const held = hold(PERIOD);
    upstream.on(MESSAGES, held.answer);
    const bill = get(`${url}/usage`);
    await held.asked;

    service.signal('SIGTERM');
    await refused(url);
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM'] as const) service.signal(signal);
    held.release();

    expect(await bill).toEqual({ status: 200, body: BILL });
    expect(await service.exit).toEqual(CLEAN_EXIT);
    expect(await service.stderr).toBe('');
  });

  it('and has nothing to do, ends at once', async () => {
    service.signal('SIGTERM');
    expect(await service.exit).toEqual(CLEAN_EXIT);
  });

  it('does not wait for a connection that a client keeps', async () => {
    const agent = new Agent({ keepAlive: true });
    await get(`${url}/usage`, agent);

    const told = performance.now();
    service.signal('SIGTERM');
    expect(await service.exit).toEqual(CLEAN_EXIT);
    expect(performance.now() - told).toBeLessThan(SOON_MS);
    agent.destroy();
  });

  it('does not wait for a connection that a client keeps once its last request has ended', async () => {
    const agent = new Agent({ keepAlive: true });
    const held = hold(PERIOD);
    upstream.on(MESSAGES, held.answer);
    const bill = get(`${url}/usage`, agent);
    await held.asked;

    service.signal('SIGTERM');
    await refused(url);
    const released = performance.now();
    held.release();

    expect(await bill).toEqual({ status: 200, body: BILL });
    expect(await service.exit).toEqual(CLEAN_EXIT);
    expect(performance.now() - released).toBeLessThan(SOON_MS);
    agent.destroy();
  });

  it('sends a large bill to its end, though its reader is slow', async () => {
    const ids = Array.from({ length: 100_000 }, (_, id) => id);
    upstream.on(MESSAGES, json({ messages: ids.map((id) => message({ id })) }));
    const unread = await open(`${url}/usage`);

    service.signal('SIGTERM');
    await refused(url);
    const { status, body } = await read(unread);

    expect({ status, entries: (body as { usage: unknown[] }).usage.length }).toEqual({
      status: 200,
      entries: ids.length,
    });
    expect(await service.exit).toEqual(CLEAN_EXIT);
  });
});
