import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { stopReading } from './stop-reading.js';

const REQUEST = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';
const TURNS = 50;

describe('stopReading', () => {
  it.each<{ what: string; stop: (socket: Socket) => unknown; more: boolean }>`
    what                                          | stop                                  | more
    ${'reads no further request of a connection'} | ${stopReading}                        | ${false}
    ${'is needed as long as Node undoes a pause'} | ${(socket: Socket) => socket.pause()} | ${true}
  `('$what', async ({ stop, more }) => {
    let requests = 0;
    const server = createServer(({ socket }) => {
      requests += 1;
      stop(socket);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
    client.write(REQUEST);
    await once(server, 'request');
    client.write(REQUEST);
    for (let turns = 0; turns < TURNS; turns += 1) await setImmediate();
    expect(requests > 1).toBe(more);
    client.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
});
