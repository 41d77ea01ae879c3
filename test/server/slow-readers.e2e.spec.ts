import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bytesTaken } from '../../src/server/sending.js';
import type { SerialServer } from '../../src/server/serial.server.js';
import { startService } from '../support/service.js';
import { jump, useJumpingClock } from '../support/jumping-clock.js';
import { apiKey } from '../support/keys.js';
import { MemoryLog } from '../support/memory-log.js';
import { RawClient } from '../support/raw-client.js';
import { portOf } from '../support/raw-http.js';
import type { RunningService } from '../support/service.js';
import { testSettings } from '../support/settings.js';

/** More than the system takes for a client that does not read. */
const LARGE = Buffer.alloc(32 * 1024 * 1024);
const MEGABYTE = 1024 * 1024;
const SECOND = 1000;
const LEAST_BYTES = 7200;
const MOST_HELD = 20;
const KEYS = ['one', 'other'].map((name) => apiKey(name, `key-of-${name}`, 'usage:read'));

describe('a client that does not read its answer', () => {
  useJumpingClock();
  const log = new MemoryLog();
  let service: RunningService;
  let clients: RawClient[];

  beforeEach(async () => {
    log.clear();
    clients = [];
    const settings = testSettings({ baseUrl: 'sample' }, { apiKeys: KEYS, logLevel: 'info' });
    service = await startService(settings, {
      change: log.replacing,
      prepare: (app) => app.use('/large', (_request: unknown, response: ServerResponse) => response.end(LARGE)),
    });
  });
  afterEach(async () => {
    for (const client of clients) client.socket.destroy();
    await service.stop();
  });

  const server = () => service.app.getHttpServer() as SerialServer;

  /** Asks for more than the system takes, and reads nothing; the server's end of the connection once it waits. */
  const stall = async (key = 'key-of-one'): Promise<[RawClient, Socket]> => {
    const accepted = once(server(), 'connection') as Promise<[Socket]>;
    const client = new RawClient(portOf(service.app), { isReading: false });
    clients.push(client.write(`GET /large HTTP/1.1\r\nHost: a\r\nX-API-Key: ${key}\r\nX-Request-Id: stalled\r\n\r\n`));
    const [socket] = await accepted;
    while (socket.writableLength === 0) await setImmediate();
    return [client, socket];
  };
  /** Reads until the system has taken more of the answer, which it does once there is much room. */
  const readOn = async (client: RawClient, socket: Socket): Promise<void> => {
    for (const before = bytesTaken(socket); bytesTaken(socket) < before + LEAST_BYTES;) {
      await client.readSome(MEGABYTE / 4);
      await setImmediate();
    }
  };
  const drops = () => log.lines.filter(({ msg }) => msg === 'Dropped a connection whose client does not read');
  /** A second at a time: all timers that a jump fires see its end. */
  const pass = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += SECOND) jump(SECOND);
  };

  it('is dropped after 30 s, counts as under way no longer, and is in the log', async () => {
    const [, socket] = await stall();
    pass(29 * SECOND);
    expect(socket.destroyed).toBe(false);
    pass(3 * SECOND);
    expect(socket.destroyed).toBe(true);
    while (server().sockets.size > 0) await setImmediate();
    expect(drops()).toEqual([
      expect.objectContaining({
        level: 40,
        request_id: 'stalled',
        reason: 'read fewer than 240 bytes a second for 30 s',
      }),
    ]);
    expect(log.requests.filter(({ method }) => method === 'GET')).toHaveLength(1);
  });

  it('is kept for as long as it reads', async () => {
    const [client, socket] = await stall();
    for (let reads = 0; reads < 4; reads += 1) {
      pass(20 * SECOND);
      await readOn(client, socket);
      pass(SECOND);
    }
    expect(socket.destroyed).toBe(false);
    expect(drops()).toEqual([]);
  });

  it('is kept where it is the server that takes its time', async () => {
    const idle = new RawClient(portOf(service.app));
    clients.push(idle);
    await once(idle.socket, 'connect');
    while (server().sockets.size === 0) await setImmediate();
    pass(40 * SECOND);
    expect(drops()).toEqual([]);
  });

  it('has at most 20 answers waiting for over 5 s; the slowest go, and those of others stay', async () => {
    const others = await stall('key-of-other');
    const mine: [RawClient, Socket][] = [];
    while (mine.length < MOST_HELD + 3) mine.push(await stall());
    // The first three read some of theirs, and so are not the slowest.
    const reading = mine.slice(0, 3);
    pass(SECOND);
    for (const [client, socket] of reading) await readOn(client, socket);
    expect(mine.filter(([, socket]) => socket.destroyed)).toHaveLength(0);
    pass(7 * SECOND);
    expect(mine.filter(([, socket]) => socket.destroyed)).toHaveLength(3);
    expect([others, ...reading].filter(([, socket]) => socket.destroyed)).toHaveLength(0);
    expect(new Set(drops().map(({ reason }) => reason))).toEqual(
      new Set(['more than 20 responses to one caller waited to be read']),
    );
  });
});
