import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { quietMoment } from './quiet-moment.js';

describe('a quiet moment', () => {
  it('comes when all who have connected are with the server', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    let welcomed = 0;
    server.on('connection', () => {
      welcomed += 1;
    });
    const { port } = server.address() as AddressInfo;
    const clients = Array.from({ length: 20 }, () => connect(port, '127.0.0.1'));
    await Promise.all(clients.map((client) => once(client, 'connect')));
    await quietMoment(server);
    expect(welcomed).toBe(20);
    for (const client of clients) client.destroy();
    server.close();
  });

  it('is not waited for longer than a fifth of a second', async () => {
    const server = new EventEmitter();
    let isOver = false;
    const comeOn = () => {
      server.emit('connection');
      if (!isOver) setImmediate(comeOn);
    };
    setImmediate(comeOn);
    const startedAt = performance.now();
    await quietMoment(server as Server);
    isOver = true;
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(200);
    expect(server.listenerCount('connection')).toBe(0);
  });
});
