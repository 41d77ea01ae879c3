import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSettings } from '../../config/read-settings.js';
import { samplePeriodFiles } from './sample-period.js';
import { SampleUpstream } from './sample-upstream.js';

const MESSAGES = '/messages/current-period';

describe('SampleUpstream', () => {
  const sample = new SampleUpstream(readSettings({ COPILOT_API_BASE_URL: 'sample' }));
  let baseUrl: string;

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${baseUrl}${path}`, { headers });

  beforeAll(async () => {
    baseUrl = await sample.start();
  });
  afterAll(() => sample.onApplicationShutdown());

  it('listens on the loopback interface only', () => {
    expect(baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each([...samplePeriodFiles().keys()])('serves %s, and answers 304 to a client that has it', async (path) => {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect({ status: first.status, type: first.headers.get('content-type'), etag, body: await first.text() }).toEqual({
      status: 200,
      type: 'application/json',
      etag: expect.stringMatching(/^"[\da-f]{64}"$/),
      body: samplePeriodFiles().get(path)?.body,
    });

    const again = await get(path, { 'If-None-Match': etag });
    expect({ status: again.status, etag: again.headers.get('etag'), body: await again.text() }).toEqual({
      status: 304,
      etag,
      body: '',
    });
  });

  it('answers 200 to a client with another version', async () => {
    expect((await get(MESSAGES, { 'If-None-Match': '"old"' })).status).toBe(200);
  });

  it.each(['/reports/6155', '/reports/6220', '/reports/', '/', '/messages', '/__proto__', `${MESSAGES}?page=2`])(
    'answers 404 in XML for %s',
    async (path) => {
      const { status, headers } = await get(path);
      expect({ status, type: headers.get('content-type') }).toEqual({ status: 404, type: 'application/xml' });
    },
  );

  it('stops while a client keeps its connection open', async () => {
    const other = new SampleUpstream(readSettings({ COPILOT_API_BASE_URL: 'sample' }));
    const address = `${await other.start()}${MESSAGES}`;
    await (await fetch(address)).arrayBuffer();
    other.onApplicationShutdown();
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('may be stopped before it has started', () => {
    expect(() =>
      new SampleUpstream(readSettings({ COPILOT_API_BASE_URL: 'sample' })).onApplicationShutdown(),
    ).not.toThrow();
  });
});
