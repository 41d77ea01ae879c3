import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, serveGoodPeriod } from '../support/good-period.js';
import { problemOf, unavailable } from '../support/outcomes.js';
import { useAtSockets } from './at-sockets.js';

describe('a caller who asks too often', () => {
  // The first of them is the bill that the process is asked for before any test.
  const at = useAtSockets({ RATE_LIMIT_PER_MINUTE: '4' });

  it('is refused until the minute is over, and the upstream hears nothing of it', async () => {
    const answers = [];
    while (answers.length < 5) answers.push(await at.pair.ask());
    const refused = problemOf(
      'rate-limited',
      expect.stringMatching(/^More than 4 requests in a minute; retry in \d+ s$/),
    );
    expect(answers).toEqual([GOOD_BILL, GOOD_BILL, GOOD_BILL, refused, refused]);
    expect(at.pair.upstream.timesAsked(MESSAGES)).toBe(3);
    expect(await at.pair.afterwards()).toEqual({ ...at.pair.atRest, bill: refused });
  });
});

describe('a caller who never comes to the end', () => {
  const at = useAtSockets();

  it.each([
    ['the head', 'GET /usage HTTP/1.1\r\nHost: service.test\r\n'],
    ['the name of a method', 'G'],
  ])('of %s is told so, and let go', async (_what, beginning) => {
    const socket = connect(at.pair.port, '127.0.0.1');
    const startedAt = performance.now();
    socket.write(beginning);
    // With no end of ours: the service is the one to end it.
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n[^]*"status":408/);
    expect((performance.now() - startedAt) / 1000).toBeGreaterThan(9);
    if (!socket.destroyed) await once(socket, 'close');
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });
});

describe('an upstream that is down', () => {
  const at = useAtSockets({ UPSTREAM_BREAKER_FAILURES: '4', UPSTREAM_RETRIES: '0' });

  it('is left alone, while callers are told at once; and is used again as soon as it is well', async () => {
    const down = unavailable(`GET ${MESSAGES} answered 503`);
    const leftAlone = unavailable(`GET ${MESSAGES} was not asked: the upstream is down`);
    at.pair.upstream.on(MESSAGES, status(503));
    let answer = await at.pair.ask();
    for (; JSON.stringify(answer) !== JSON.stringify(leftAlone); answer = await at.pair.ask()) {
      expect(answer).toEqual(down);
    }
    const asked = at.pair.upstream.timesAsked(MESSAGES);
    expect(await at.pair.ask()).toEqual(leftAlone);
    expect(at.pair.upstream.timesAsked(MESSAGES)).toBe(asked);

    serveGoodPeriod(at.pair.upstream);
    const wellAt = performance.now();
    for (; JSON.stringify(answer) === JSON.stringify(leftAlone); answer = await at.pair.ask());
    expect(answer).toEqual(GOOD_BILL);
    expect(performance.now() - wellAt).toBeLessThan(2000);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });
});
