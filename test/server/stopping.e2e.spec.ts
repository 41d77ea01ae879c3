import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { json } from '../support/answers.js';
import { BILL } from '../support/use-service.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { hold } from '../support/held.js';
import { message, period } from '../support/period.js';
import { ASKED_AS, problem } from '../support/problem-document.js';
import { portOf } from '../support/raw-http.js';
import { startService } from '../support/service.js';
import { testSettings } from '../support/settings.js';

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\nX-Request-Id: ${ASKED_AS}\r\n\r\n`;

/** Status, `Connection` and body of each answer that came on one connection, in their order. */
const answersOf = (received: string): unknown[] =>
  received.split(/(?=HTTP\/1\.1 )/).map((answer) => ({
    status: answer.slice(9, 12),
    connection: /^Connection: (.*)$/m.exec(answer)?.[1]?.trim(),
    body: JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as unknown,
  }));

describe('a service that stops', () => {
  it('finishes what is under way, and says that it takes no new work to a request that was on its way', async () => {
    const upstream = await FakeUpstream.start();
    const held = hold(json(period(message())));
    upstream.on(MESSAGES, held.answer);
    const { app, stop } = await startService(testSettings({ baseUrl: upstream.baseUrl }));
    const bill = new RawClient(portOf(app));
    bill.write(get('/usage'));
    await held.asked;
    const [readiness, seenByServer] = await connected(app);
    const [start, end] = halves(get('/health/ready'));
    readiness.write(start);
    while (seenByServer.bytesRead < start.length) await setImmediate();

    const stopped = stop();
    while (app.getHttpServer().listening) await setImmediate();
    readiness.write(end);
    await readiness.closed;
    held.release();
    await Promise.all([stopped, bill.closed]);
    await upstream.stop();

    expect(answersOf(bill.received)).toEqual([{ status: '200', connection: 'close', body: BILL }]);
    expect(answersOf(readiness.received)).toEqual([
      { status: '503', connection: 'close', body: problem('not-ready', 'The service is stopping').body },
    ]);
  });

  it('hears out whoever has connected and has yet to ask', async () => {
    const { app, stop } = await startService(testSettings({ baseUrl: 'sample' }));
    const [client] = await connected(app);
    const stopped = stop();
    while (app.getHttpServer().listening) await setImmediate();
    client.write(get('/health/live'));
    await Promise.all([stopped, client.closed]);

    expect(answersOf(client.received)).toEqual([{ status: '200', connection: 'close', body: { status: 'ok' } }]);
  });

  it('waits for no caller who has connected and never asks', async () => {
    const { app, stop } = await startService(testSettings({ baseUrl: 'sample' }));
    const [client] = await connected(app);
    await Promise.all([stop(), client.closed]);
    expect(client.received).toBe('');
  });
});

/** A connection of the client, and the same as the server sees it. */
const connected = async (app: NestExpressApplication): Promise<[RawClient, Socket]> => {
  const accepted = once(app.getHttpServer(), 'connection') as Promise<[Socket]>;
  const client = new RawClient(portOf(app));
  const [socket] = await accepted;
  return [client, socket];
};

const halves = (text: string): [string, string] => [text.slice(0, 20), text.slice(20)];

class RawClient {
  received = '';
  readonly closed: Promise<unknown>;
  private readonly socket: Socket;

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1').setEncoding('latin1');
    this.socket.on('data', (chunk) => {
      this.received += String(chunk);
    });
    this.closed = once(this.socket, 'close');
  }

  write(text: string): void {
    this.socket.write(text);
  }
}
