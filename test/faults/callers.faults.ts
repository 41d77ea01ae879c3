import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL } from '../support/good-period.js';
import { hold } from '../support/held.js';
import { type Answer, problemOf, unavailable } from '../support/outcomes.js';
import { ASKED_AS } from '../support/problem-document.js';
import { message, period } from '../support/period.js';
import { rawGet } from '../support/raw-http.js';
import { ASK, type AtSockets, useAtSockets } from './at-sockets.js';

const KILOBYTE = 1024;
const AS_A_TEST = `X-Request-Id: ${ASKED_AS}`;

/** A request line and headers of ours before `rest`; the service closes the connection after it. */
const spoken = (line: string, ...rest: string[]): string =>
  [line, 'Host: service.test', AS_A_TEST, 'Connection: close', ...rest].join('\r\n');

/** What HTTP itself forbids ends before there is a request: only its status is promised. */
const refusal = (status: number): object => expect.objectContaining({ status });

const notHere = (method: string): Answer =>
  problemOf('method-not-allowed', `/usage does not have the method ${method}`);

const HEAD_OF_THE_BILL = { ...GOOD_BILL, body: undefined };
const CONTINUE = { status: 100, contentType: undefined, cacheControl: undefined, body: undefined };
const KEPT = ASK.replace('Connection: close\r\n', '');
const TOO_LARGE = problemOf('content-too-large', 'request entity too large');
const BODY = ['Content-Length: 5', '', 'hello'];
const TWO_MEGABYTES = 2 * KILOBYTE * KILOBYTE;
const JSON_BODY = ['Content-Type: application/json', `Content-Length: ${TWO_MEGABYTES}`, '', ' '.repeat(TWO_MEGABYTES)];
const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n';

type Speech = { readonly caller: string; readonly bytes: string | Uint8Array; readonly seen: object[] };

/** Says these parts with a pause between each two. */
const sayingSlowly = async ({ port }: AtSockets, parts: readonly string[]): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  for (const part of parts) {
    socket.write(part);
    await delay(5);
  }
  return socket;
};

describe('a caller', () => {
  const at = useAtSockets();

  it.each<Speech>`
    caller                                 | bytes                                                                                                            | seen
    ${'pipelines three requests'}          | ${`${KEPT}${KEPT}${ASK}`}                                                                                        | ${[GOOD_BILL, GOOD_BILL, GOOD_BILL]}
    ${'sends a header of a megabyte'}      | ${rawGet('/usage', `X-Large: ${'x'.repeat(KILOBYTE * KILOBYTE)}`)}                                               | ${[refusal(431)]}
    ${'sends a megabyte of small headers'} | ${rawGet('/usage', ...Array<string>(80_000).fill('X-Small: xxx'))}                                               | ${[refusal(431)]}
    ${'sends 100 headers'}                 | ${rawGet('/usage', AS_A_TEST, ...Array<string>(100).fill('X-Small: x'))}                                         | ${[GOOD_BILL]}
    ${'asks for a URL of 100 KB'}          | ${rawGet(`/usage?${'x'.repeat(100 * KILOBYTE)}`)}                                                                | ${[refusal(431)]}
    ${'speaks no HTTP'}                    | ${'NONSENSE\r\n\r\n'}                                                                                            | ${[refusal(400)]}
    ${'speaks TLS'}                        | ${Buffer.from([0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0, 0, 1, 0])}                                                 | ${[refusal(400)]}
    ${'speaks HTTP/2'}                     | ${'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'}                                                                            | ${[refusal(400)]}
    ${'speaks HTTP/9.9'}                   | ${'GET /usage HTTP/9.9\r\nHost: a\r\n\r\n'}                                                                      | ${[refusal(400)]}
    ${'speaks HTTP/1.0'}                   | ${`GET /usage HTTP/1.0\r\n${AS_A_TEST}\r\n\r\n`}                                                                 | ${[GOOD_BILL]}
    ${'names no host'}                     | ${'GET /usage HTTP/1.1\r\nConnection: close\r\n\r\n'}                                                            | ${[refusal(400)]}
    ${'invents a method'}                  | ${spoken('STEAL /usage HTTP/1.1', '', '')}                                                                       | ${[refusal(400)]}
    ${'traces'}                            | ${spoken('TRACE /usage HTTP/1.1', '', '')}                                                                       | ${[notHere('TRACE')]}
    ${'deletes'}                           | ${spoken('DELETE /usage HTTP/1.1', '', '')}                                                                      | ${[notHere('DELETE')]}
    ${'posts'}                             | ${spoken('POST /usage HTTP/1.1', ...BODY)}                                                                       | ${[notHere('POST')]}
    ${'wants the head'}                    | ${spoken('HEAD /usage HTTP/1.1', '', '')}                                                                        | ${[HEAD_OF_THE_BILL]}
    ${'sends a body with a GET'}           | ${spoken('GET /usage HTTP/1.1', ...BODY)}                                                                        | ${[GOOD_BILL]}
    ${'pipelines after a body with a GET'} | ${`${KEPT.replace(/\r\n\r\n$/, '\r\n')}${BODY.join('\r\n')}${ASK}`}                                              | ${[GOOD_BILL, GOOD_BILL]}
    ${'sends 2 MB of JSON'}                | ${spoken('POST /v1/estimates HTTP/1.1', ...JSON_BODY)}                                                           | ${[TOO_LARGE]}
    ${'sends a length and chunks'}         | ${spoken('POST /usage HTTP/1.1', 'Content-Length: 5', 'Transfer-Encoding: chunked', '', `0\r\n\r\n${SMUGGLED}`)} | ${[refusal(400)]}
    ${'sends chunks and a length'}         | ${spoken('POST /usage HTTP/1.1', 'Transfer-Encoding: chunked', 'Content-Length: 5', '', `0\r\n\r\n${SMUGGLED}`)} | ${[refusal(400)]}
    ${'sends two lengths'}                 | ${spoken('POST /usage HTTP/1.1', 'Content-Length: 5', 'Content-Length: 6', '', `hello${SMUGGLED}`)}              | ${[refusal(400)]}
    ${'sends a length with a sign'}        | ${spoken('POST /usage HTTP/1.1', 'Content-Length: +5', '', `hello${SMUGGLED}`)}                                  | ${[refusal(400)]}
    ${'sends chunks under another name'}   | ${spoken('POST /usage HTTP/1.1', 'Transfer-Encoding: xchunked', '', SMUGGLED)}                                   | ${[refusal(400)]}
    ${'sends a chunk of no size'}          | ${spoken('POST /v1/estimates HTTP/1.1', 'Transfer-Encoding: chunked', '', 'size\r\n')}                           | ${[refusal(400)]}
    ${'folds a header'}                    | ${rawGet('/usage', 'X-Request-Id: a\r\n b')}                                                                     | ${[refusal(400)]}
    ${'hides a header in another'}         | ${rawGet('/usage', 'X-Request-Id: a\nX-Injected: b')}                                                            | ${[refusal(400)]}
    ${'waits to be told to continue'}      | ${spoken('GET /usage HTTP/1.1', 'Expect: 100-continue', '', '')}                                                 | ${[CONTINUE, GOOD_BILL]}
    ${'wants another protocol'}            | ${rawGet('/usage', AS_A_TEST, 'Upgrade: websocket').replace('close', 'Upgrade, close')}                          | ${[GOOD_BILL]}
    ${'asks for the whole URL'}            | ${spoken('GET http://service.test/usage HTTP/1.1', '', '')}                                                      | ${[GOOD_BILL]}
  `('that $caller', async ({ bytes, seen }) => {
    expect(await at.pair.say(bytes)).toEqual(seen);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('that sends its request a byte at a time is answered', async () => {
    const socket = await sayingSlowly(at.pair, Array.from(ASK));
    const [chunk] = await once(socket, 'data');
    expect(String(chunk)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it.each([
    ['its request', [ASK.slice(0, 20)]],
    [
      'a body',
      [spoken('POST /v1/estimates HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 100', '', '{')],
    ],
    ['nothing', ['']],
  ])('that begins with %s and never ends holds nobody up', async (_what, parts) => {
    const socket = await sayingSlowly(at.pair, parts);
    expect(await at.pair.ask()).toEqual(GOOD_BILL);
    socket.destroy();
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('that vanishes before its answer leaves nothing behind', async () => {
    const held = hold(json(period(message())));
    at.pair.upstream.on(MESSAGES, held.answer);
    const socket = await sayingSlowly(at.pair, [ASK]);
    await held.asked;
    socket.destroy();
    held.release();
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('that vanishes in the middle of a large answer leaves nothing behind', async () => {
    at.pair.upstream.on(MESSAGES, json(period(...Array.from({ length: 9000 }, (_, id) => message({ id })))));
    const socket = await sayingSlowly(at.pair, [ASK]);
    await once(socket, 'data');
    socket.resetAndDestroy();
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('that comes 200 times at once and says nothing holds nobody up', async () => {
    const idle = Array.from({ length: 200 }, () => connect(at.pair.port, '127.0.0.1'));
    await Promise.all(idle.map((socket) => once(socket, 'connect')));
    expect(await at.pair.ask()).toEqual(GOOD_BILL);
    for (const socket of idle) socket.destroy();
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('that comes 50 times at once gets 50 bills, or as many failures', async () => {
    const ask50 = () => Promise.all(Array.from({ length: 50 }, () => at.pair.ask()));
    expect(await ask50()).toEqual(Array.from({ length: 50 }, () => GOOD_BILL));
    at.pair.upstream.on(MESSAGES, status(403));
    const seen = unavailable(`GET ${MESSAGES} answered 403`);
    expect(await ask50()).toEqual(Array.from({ length: 50 }, () => seen));
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('leaves no message, no answer of the upstream and not its address in the log', () => {
    expect(at.pair.leaksInLog).toEqual([]);
  });
});
