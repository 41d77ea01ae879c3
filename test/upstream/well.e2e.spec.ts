import dns from 'node:dns';
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cutBeforeLastChunk, cutShort, dropped, json, reset, silent, status, tagged } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, serveGoodPeriod } from '../support/good-period.js';
import { jump, useJumpingClock } from '../support/jumping-clock.js';
import { bill, reportEntry } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { startService } from '../support/service.js';
import { testSettings } from '../support/settings.js';
import { useService } from '../support/use-service.js';

/** The default settings, except for shorter waits. */
const DEFAULTS = { retries: 3, retryReserve: 10, breakerFailures: 6, concurrency: 16 };

const IDS = Array.from({ length: 23 }, (_, id) => id);
const BILL = bill(...IDS.map((id) => reportEntry({ message_id: id })));

/** Serves the period of 24 calls: each resource with its own answers. */
const serve = (upstream: FakeUpstream, answers: (well: RequestListener) => RequestListener[], tag?: string): void => {
  const answer = (body: unknown) => answers(tag === undefined ? json(body) : tagged(body, tag));
  upstream.on(MESSAGES, ...answer(period(...IDS.map((id) => message({ id, report_id: id })))));
  for (const id of IDS) upstream.on(`/reports/${id}`, ...answer(report({ id })));
};

const thenClosing =
  (close: (socket: Socket) => void) =>
  (well: RequestListener): RequestListener[] => [
    (request, response) => {
      response.once('finish', () => close(request.socket));
      well(request, response);
    },
  ];

const closingFirst = (well: RequestListener): RequestListener[] => [
  (request, response) => {
    response.setHeader('Connection', 'close');
    well(request, response);
  },
];

/** The start of a status line, and then a reset. */
const cutInHead: RequestListener = (request) => {
  request.socket.write('HTTP/1.1 20', () => request.socket.resetAndDestroy());
};

describe('GET /usage, of an upstream that is healthy except for', () => {
  const service = useService({ upstream: DEFAULTS, fresh: true });

  it.each<{ disturbance: string; answers: (well: RequestListener) => RequestListener[] }>`
    disturbance                                                    | answers
    ${'closing each connection, and saying so'}                    | ${closingFirst}
    ${'closing each connection behind its answer, without a word'} | ${thenClosing((socket) => socket.end())}
    ${'resetting each connection behind its answer'}               | ${thenClosing((socket) => setImmediate(() => socket.resetAndDestroy()))}
    ${'hanging up on each call once'}                              | ${(well: RequestListener) => [dropped, well]}
    ${'breaking each body off once'}                               | ${(well: RequestListener) => [cutShort({ messages: [] }), well]}
    ${'ending each body before its last chunk once'}               | ${(well: RequestListener) => [cutBeforeLastChunk({ id: 7 }), well]}
    ${'breaking each head off once'}                               | ${(well: RequestListener) => [cutInHead, well]}
    ${'sending each call away for a moment, once'}                 | ${(well: RequestListener) => [status(503, { 'Retry-After': '0.01' }), well]}
    ${'asking for less once'}                                      | ${(well: RequestListener) => [status(429), well]}
    ${'timing each call out itself, once'}                         | ${(well: RequestListener) => [status(408), well]}
    ${'a bad gateway once'}                                        | ${(well: RequestListener) => [status(502, { Connection: 'close' }), well]}
  `('$disturbance, answers 200, at first and again', async ({ answers }) => {
    serve(service.upstream, answers);
    expect(await service.askForBill()).toEqual(BILL);
    expect(await service.askForBill()).toEqual(BILL);
  });

  it('resetting idle connections when asked for unchanged resources, answers 200', async () => {
    const known = new WeakSet<Socket>();
    const remembering = (well: RequestListener): RequestListener[] => [
      (request, response) => {
        known.add(request.socket);
        well(request, response);
      },
    ];
    serve(service.upstream, remembering, '"1"');
    expect(await service.askForBill()).toEqual(BILL);
    const overNew = (well: RequestListener): RequestListener[] => [
      (request, response) => (known.has(request.socket) ? reset : well)(request, response),
    ];
    serve(service.upstream, overNew, '"1"');
    expect(await service.askForBill()).toEqual(BILL);
    expect(service.upstream.sent(MESSAGES, 'if-none-match').at(-1)).toBe('"1"');
  });

  it('resetting idle connections, and then each new one once, answers 200', async () => {
    serve(service.upstream, (well) => [well]);
    expect(await service.askForBill()).toEqual(BILL);
    // Every call is reset once on any connection, and once more on a reused one.
    const resetOn = new Map<string, number>();
    serve(service.upstream, (well) => [
      (request, response) => {
        const times = resetOn.get(request.url ?? '') ?? 0;
        resetOn.set(request.url ?? '', times + 1);
        const isNew = request.headers.connection === 'close';
        (times === 0 || (isNew && times === 1) ? reset : well)(request, response);
      },
    ]);
    expect(await service.askForBill()).toEqual(BILL);
  });

  it('answering 408 on an idle connection, answers 200', async () => {
    const sockets = new Set<Socket>();
    serve(service.upstream, (well) => [
      (request, response) => {
        sockets.add(request.socket);
        well(request, response);
      },
    ]);
    expect(await service.askForBill()).toEqual(BILL);
    for (const socket of sockets) socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    expect(await service.askForBill()).toEqual(BILL);
  });

  it('closing idle connections, answers 200', async () => {
    serve(service.upstream, (well) => [well]);
    expect(await service.askForBill()).toEqual(BILL);
    service.upstream.hangUp();
    expect(await service.askForBill()).toEqual(BILL);
  });
});

describe('GET /usage, if idle connections are dead', () => {
  useJumpingClock();
  const ATTEMPT = 40_000;
  const service = useService({ upstream: { ...DEFAULTS, timeoutMs: ATTEMPT, deadlineMs: 10 * ATTEMPT }, fresh: true });

  it('answers 200 over new connections', async () => {
    const known = new Set<Socket>();
    serve(service.upstream, (well) => [
      (request, response) => {
        known.add(request.socket);
        well(request, response);
      },
    ]);
    expect(await service.askForBill()).toEqual(BILL);
    let lost = 0;
    serve(service.upstream, (well) => [
      (request, response) => {
        if (!known.has(request.socket)) return well(request, response);
        silent(request, response);
        lost += 1;
        // Every idle connection is now in use by a call.
        if (lost === known.size) setImmediate(() => setImmediate(() => jump(ATTEMPT)));
      },
    ]);
    expect(await service.askForBill()).toEqual(BILL);
  });
});

describe('GET /usage, if the upstream’s name fails to resolve once', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('answers 200', async () => {
    const upstream = serveGoodPeriod(await FakeUpstream.start());
    const baseUrl = upstream.baseUrl.replace('127.0.0.1', 'localhost');
    const service = await startService(testSettings({ ...DEFAULTS, baseUrl }));
    const address = await service.app.getUrl();
    const failing = (_name: string, _options: object, done: (error: Error) => void): void =>
      done(Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' }));
    const lookUp = jest.spyOn(dns, 'lookup').mockImplementationOnce(failing as never);
    const answer = await fetch(`${address.replace('localhost', '127.0.0.1')}/usage`);
    expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 200, body: GOOD_BILL.body });
    expect(lookUp.mock.calls.length).toBeGreaterThan(1);
    await service.stop();
    await upstream.stop();
  });
});
