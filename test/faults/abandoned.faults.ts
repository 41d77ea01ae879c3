import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { hold } from '../support/held.js';
import { message, period } from '../support/period.js';
import { openFilesOf } from '../support/process-files.js';
import { RawClient } from '../support/raw-client.js';
import { type AtSockets, useAtSockets } from './at-sockets.js';

const get = (path: string, ...headers: string[]): string =>
  [`GET ${path} HTTP/1.1`, 'Host: a', ...headers, '', ''].join('\r\n');
const post = (length: number, body: string, ...headers: string[]): string =>
  [
    'POST /v1/estimates HTTP/1.1',
    'Host: a',
    'Content-Type: application/json',
    `Content-Length: ${length}`,
    ...headers,
    '',
    body,
  ].join('\r\n');

const FILE = '/dashboard/vendor/uplot/uPlot.iife.min.js';
const ESTIMATE = post(15, '{"messages":[]}');
const CHUNKED = ESTIMATE.replace('Content-Length: 15', 'Transfer-Encoding: chunked').replace(/\{.*$/, '5\r\n{"mes');
const BILL = json(period(...Array.from({ length: 9000 }, (_, id) => message({ id }))));
const CONNECTIONS = 50;
/** The next bill may share the reading that the abandoned ones began. */
const ANSWERED: object = expect.objectContaining({ status: 200 });

type Abandonment = {
  readonly what: string;
  readonly bytes: string;
  /** Whether the client reads a first part of what comes. */
  readonly reads: boolean;
  readonly leaves: 'reset' | 'end' | 'destroy';
};

/** All connections at once, each of which leaves in the middle. */
const abandon = async ({ port }: AtSockets, { bytes, reads, leaves }: Abandonment): Promise<void> => {
  const clients = Array.from({ length: CONNECTIONS }, () => new RawClient(port, { isReading: false }).write(bytes));
  await Promise.all(clients.map(({ socket }) => (reads ? once(socket, 'readable') : once(socket, 'connect'))));
  await delay(20);
  for (const { socket } of clients) {
    if (leaves === 'reset') socket.resetAndDestroy();
    else if (leaves === 'destroy') socket.destroy();
    else socket.resume().end();
  }
  // One that ends its half waits for the other.
  await delay(leaves === 'end' ? 100 : 0);
  for (const { socket } of clients) socket.destroy();
};

describe('connections that are abandoned', () => {
  const at = useAtSockets();

  it.each<Abandonment>`
    what                                      | bytes                                                             | reads    | leaves
    ${'850 files pipelined'}                  | ${get(FILE).repeat(850)}                                          | ${false} | ${'reset'}
    ${'850 files pipelined, half read'}       | ${get(FILE).repeat(850)}                                          | ${true}  | ${'reset'}
    ${'16 files pipelined'}                   | ${get(FILE).repeat(17)}                                           | ${true}  | ${'reset'}
    ${'16 files pipelined'}                   | ${get(FILE).repeat(17)}                                           | ${true}  | ${'end'}
    ${'bills pipelined'}                      | ${get('/usage').repeat(17)}                                       | ${true}  | ${'reset'}
    ${'bills that are compressed'}            | ${get('/usage', 'Accept-Encoding: gzip').repeat(3)}               | ${true}  | ${'reset'}
    ${'CSV that is compressed as it is sent'} | ${get('/v1/usage?format=csv', 'Accept-Encoding: gzip')}           | ${true}  | ${'reset'}
    ${'receipts that are compressed'}         | ${get('/v1/usage/1/receipt', 'Accept-Encoding: gzip')}            | ${false} | ${'reset'}
    ${'heads pipelined'}                      | ${get(FILE).replace('GET', 'HEAD').repeat(400)}                   | ${true}  | ${'reset'}
    ${'metrics pipelined'}                    | ${get('/metrics').repeat(100)}                                    | ${true}  | ${'reset'}
    ${'estimates pipelined'}                  | ${ESTIMATE.repeat(100)}                                           | ${true}  | ${'reset'}
    ${'a body cut short'}                     | ${post(500_000, ' '.repeat(100_000))}                             | ${false} | ${'reset'}
    ${'a body cut short behind a bill'}       | ${get('/usage') + post(500_000, ' '.repeat(100_000))}             | ${true}  | ${'reset'}
    ${'a body cut short'}                     | ${post(500_000, ' '.repeat(100_000))}                             | ${false} | ${'end'}
    ${'chunks cut short'}                     | ${CHUNKED}                                                        | ${false} | ${'reset'}
    ${'chunks cut short behind files'}        | ${get(FILE).repeat(3) + CHUNKED}                                  | ${true}  | ${'destroy'}
    ${'100-continue pipelined'}               | ${post(15, '', 'Expect: 100-continue').repeat(3)}                 | ${true}  | ${'reset'}
    ${'an upgrade among what is pipelined'}   | ${get(FILE) + get('/usage', 'Upgrade: x', 'Connection: Upgrade')} | ${true}  | ${'reset'}
    ${'CONNECT among what is pipelined'}      | ${`${get(FILE)}CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n`}          | ${false} | ${'reset'}
    ${'ranges of files'}                      | ${get(FILE, 'Range: bytes=0-99999').repeat(10)}                   | ${true}  | ${'reset'}
    ${'nothing'}                              | ${''}                                                             | ${false} | ${'reset'}
    ${'half a head'}                          | ${'GET /usage HT'}                                                | ${false} | ${'end'}
    ${'what is no HTTP behind files'}         | ${`${get(FILE).repeat(3)}NONSENSE\r\n\r\n`}                       | ${true}  | ${'destroy'}
  `('by $leaves leave nothing behind: $what', async (row) => {
    at.pair.upstream.on(MESSAGES, BILL);
    const filesBefore = openFilesOf(at.pair.service.pid);
    await abandon(at.pair, row);
    expect(await at.pair.afterwards()).toEqual({ ...at.pair.atRest, bill: ANSWERED });
    expect(openFilesOf(at.pair.service.pid)).toBe(filesBefore);
  });

  it('by reset while the upstream is awaited leave nothing behind', async () => {
    const held = hold(BILL);
    at.pair.upstream.on(MESSAGES, held.answer);
    const row = { what: '', bytes: get('/usage') + get(FILE).repeat(10), reads: false, leaves: 'reset' } as const;
    await Promise.all([held.asked, abandon(at.pair, row)]);
    held.release();
    expect(await at.pair.afterwards()).toEqual({ ...at.pair.atRest, bill: ANSWERED });
  });
});
