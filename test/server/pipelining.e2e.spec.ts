import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { hold } from '../support/held.js';
import { MemoryLog } from '../support/memory-log.js';
import { openFiles } from '../support/open-files.js';
import { message, period } from '../support/period.js';
import { Scrape } from '../support/prometheus.js';
import { RawClient } from '../support/raw-client.js';
import { portOf } from '../support/raw-http.js';
import { useService } from '../support/use-service.js';

const get = (path: string, ...headers: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'Host: a', ...headers, '', ''].join('\r\n');
const post = (path: string, body: string): string =>
  `POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

const FILE = '/dashboard/vendor/uplot/uPlot.iife.min.js';
const LIVE = '{"status":"ok"}';
const MOST_UNDER_WAY = 1000;
const CLIENTS = 20;
const QUIET_TURNS = 20;

const statusesOf = (received: string): string[] =>
  Array.from(received.matchAll(/HTTP\/1\.1 (\d{3}) /g), ([, status = '']) => status);

describe('a connection over which requests are pipelined', () => {
  const log = new MemoryLog();
  const service = useService({ settings: { logLevel: 'info' }, change: log.replacing });
  let port: number;

  beforeAll(() => {
    port = portOf(service.app);
  });
  beforeEach(() => log.clear());

  const server = (): Server => service.app.getHttpServer();

  /** Sends these bytes over a connection of their own; the server's end of it once it has read all that it reads. */
  const heard = async (bytes: string): Promise<[RawClient, Socket]> => {
    const accepted = once(server(), 'connection') as Promise<[Socket]>;
    const client = new RawClient(port).write(bytes);
    const [socket] = await accepted;
    for (let quiet = 0, last = 0; quiet < QUIET_TURNS && socket.bytesRead < bytes.length; quiet += 1) {
      await setImmediate();
      if (socket.bytesRead === 0 || socket.bytesRead > last) [quiet, last] = [0, socket.bytesRead];
    }
    return [client, socket];
  };
  /** Holds `GET /usage` back until it is released. */
  const holdTheBill = () => {
    const held = hold(json(period(message())));
    service.upstream.on(MESSAGES, held.answer);
    return held;
  };
  const timesAborted = async (): Promise<number> =>
    new Scrape((await service.http.get('/metrics')).text)
      .samples('http_request_duration_seconds_count')
      .filter((sample) => sample.includes('status="aborted"'))
      .reduce((sum, sample) => sum + Number(sample.split(' ').at(-1)), 0);
  const connectionsLeft = (): Promise<number> =>
    new Promise((resolve, reject) =>
      server().getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  const allGone = async (): Promise<void> => {
    while ((await connectionsLeft()) > 0) await setImmediate();
  };

  it('gets its answers in their order', async () => {
    const client = new RawClient(port).write(
      `${get('/usage')}${post('/v1/estimates', '{"messages":[]}')}${get('/health/live', 'Connection: close')}`,
    );
    await client.closed;
    expect(statusesOf(client.received)).toEqual(['200', '200', '200']);
    expect(client.received).toMatch(/"usage":[^]*"estimates":[^]*\{"status":"ok"\}$/);
    expect(log.requests.map(({ route }) => route)).toEqual(['/usage', '/v1/estimates', '/health/live']);
  });

  it('has one request under way: the next is neither dispatched nor counted until the answer before it is sent', async () => {
    const held = holdTheBill();
    const dispatched: (string | undefined)[] = [];
    const recordUrl = ({ url }: { url?: string }) => dispatched.push(url);
    server().on('request', recordUrl);
    const [client] = await heard(`${get('/usage')}${get('/health/live')}${get('/health/ready')}`);
    await held.asked;
    expect(dispatched).toEqual(['/usage']);
    held.release();
    while (statusesOf(client.received).length < 3) await setImmediate();
    expect(dispatched).toEqual(['/usage', '/health/live', '/health/ready']);
    server().off('request', recordUrl);
    expect(log.requests.map(({ route, status }) => [route, status])).toEqual([
      ['/usage', 200],
      ['/health/live', 200],
      ['/health/ready', 200],
    ]);
    await client.reset();
  });

  it('writes the log of each request under its own id', async () => {
    const client = new RawClient(port).write(
      `${get('/usage', 'X-Request-Id: one')}${get('/nope', 'X-Request-Id: two')}${get('/health/live', 'Connection: close')}`,
    );
    await client.closed;
    expect(log.requests.map(({ request_id: id, route }) => [id, route])).toEqual([
      ['one', '/usage'],
      ['two', 'none'],
      [expect.stringMatching(/^[\w-]{36}$/), '/health/live'],
    ]);
  });

  it.each<{ what: string; request: string }>`
    what                                | request
    ${'files of the page'}              | ${get(FILE)}
    ${'the bill'}                       | ${get('/usage')}
    ${'metrics'}                        | ${get('/metrics')}
    ${'estimates'}                      | ${post('/v1/estimates', '{"messages":[{"text":"a"}]}')}
    ${'estimates of unread bodies'}     | ${post('/v1/estimates', 'x'.repeat(20_000))}
    ${'what is not there'}              | ${get('/nope')}
    ${'liveness'}                       | ${get('/health/live')}
    ${'the document'}                   | ${get('/docs-json')}
    ${'heads'}                          | ${get('/usage').replace('GET', 'HEAD')}
    ${'what expects to be continued'}   | ${get('/health/live', 'Expect: 100-continue')}
    ${'what expects what there is not'} | ${get('/health/live', 'Expect: 200-ok')}
    ${'what names no host'}             | ${'GET /health/live HTTP/1.1\r\n\r\n'}
  `('holds nothing once it is reset: $what', async ({ request }) => {
    await service.http.get(FILE);
    await allGone();
    const before = openFiles();
    for (const count of [1, 2, 17, 18, 850]) {
      for (let times = 0; times < 4; times += 1) {
        const [client] = await heard(request.repeat(Math.min(count, Math.ceil(2_000_000 / request.length))));
        await client.reset();
      }
    }
    await allGone();
    // A file closes some turns after the connection that it was for.
    while (openFiles() > before) await setImmediate();
    expect(openFiles()).toBe(before);
  });

  it.each(['reset', 'end'] as const)('counts only what was under way, once it is gone by %s', async (leave) => {
    const abortedBefore = await timesAborted();
    log.clear();
    const clients: RawClient[] = [];
    const held = holdTheBill();
    while (clients.length < CLIENTS) clients.push((await heard(get('/usage') + get(FILE).repeat(16)))[0]);
    await held.asked;
    for (const client of clients) {
      if (leave === 'reset') client.socket.resetAndDestroy();
      else client.socket.end();
    }
    await allGone();
    held.release();
    // Their lines are written once Node has told of each.
    while (log.requests.length < CLIENTS) await setImmediate();
    expect(log.requests.map(({ route }) => route)).toEqual(clients.map(() => '/usage'));
    expect(await timesAborted()).toBe(abortedBefore + CLIENTS);
    await service.http.get('/usage').expect(200);
  });

  it('takes no place among the requests under way once it is gone', async () => {
    for (let clients = 0; clients < CLIENTS; clients += 1) {
      const [client] = await heard(get(FILE).repeat(MOST_UNDER_WAY / 10));
      await client.reset();
    }
    await allGone();
    expect((await service.http.get('/usage')).status).toBe(200);
  });

  it('still has its answer under way where more than sixteen wait behind it, and is then closed', async () => {
    const held = holdTheBill();
    const [client] = await heard(get('/usage') + get('/health/live').repeat(17));
    await held.asked;
    held.release();
    await client.closed;
    expect(statusesOf(client.received)).toEqual(['200']);
    expect(client.received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\nConnection: close\r\n/);
    expect(log.requests.map(({ route }) => route)).toEqual(['/usage']);
  });

  it('has all its answers where sixteen wait', async () => {
    const held = holdTheBill();
    const [client] = await heard(get('/usage') + get('/health/live').repeat(16));
    await held.asked;
    held.release();
    while (statusesOf(client.received).length < 17) await setImmediate();
    expect(client.received.split(LIVE)).toHaveLength(17);
    await client.reset();
  });

  it('reads no more than a chunk of what waits, whatever is sent', async () => {
    const held = holdTheBill();
    const flood = get('/health/live').repeat(100_000);
    const [client, socket] = await heard(get('/usage') + flood);
    await held.asked;
    for (let turns = 0; turns < 100; turns += 1) await setImmediate();
    expect(socket.bytesRead).toBeLessThan(3 * 65_536);
    held.release();
    await client.closed;
    expect(log.requests.map(({ route }) => route)).toEqual(['/usage']);
  });

  it('reads no more than a chunk or two of a body that waits', async () => {
    const held = holdTheBill();
    const accepted = once(server(), 'connection') as Promise<[Socket]>;
    const client = new RawClient(port).write(get('/usage') + post('/v1/estimates', ' '.repeat(900_000)));
    const [socket] = await accepted;
    await held.asked;
    for (let turns = 0; turns < 100; turns += 1) await setImmediate();
    expect(socket.bytesRead).toBeLessThan(3 * 65_536);
    held.release();
    while (statusesOf(client.received).length < 2) await setImmediate();
    expect(statusesOf(client.received)).toEqual(['200', '400']);
    await client.reset();
  });

  it('is told to continue in its turn, and no earlier', async () => {
    const held = holdTheBill();
    const expecting = `POST /v1/estimates HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 15\r\nExpect: 100-continue\r\n\r\n`;
    const [client] = await heard(get('/usage') + expecting);
    await held.asked;
    expect(client.received).toBe('');
    held.release();
    while (statusesOf(client.received).length < 2) await setImmediate();
    client.write('{"messages":[]}');
    while (statusesOf(client.received).length < 3) await setImmediate();
    expect(statusesOf(client.received)).toEqual(['200', '100', '200']);
    await client.reset();
  });
});
