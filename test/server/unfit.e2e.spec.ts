import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { MemoryLog } from '../support/memory-log.js';
import { ASKED_AS, problem } from '../support/problem-document.js';
import { converse, portOf } from '../support/raw-http.js';
import { refusal } from '../support/refusals.js';

const REQUEST_ID = `X-Request-Id: ${ASKED_AS}`;

const request = (...lines: string[]): string => [...lines, REQUEST_ID, 'Connection: close', '', ''].join('\r\n');

const parted = (received: string): object => {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]),
    type: /Content-Type: ([^;\r]+)/.exec(head)?.[1],
    body: JSON.parse(Buffer.from(body, 'latin1').toString()) as unknown,
  };
};

const MISSING = refusal('Host', 'is missing');
const REPEATED = refusal('Host', 'is repeated');
const unmet = (expectation: string) =>
  problem('expectation-failed', `Expect: ${expectation} is not supported; 100-continue is`);

describe('a request that HTTP has a server refuse', () => {
  const log = new MemoryLog();
  const edge = useService({ settings: { logLevel: 'info' }, change: log.replacing });
  const ask = (bytes: string) => converse(portOf(edge.app), bytes);

  it.each`
    what                            | lines                                                                | answer
    ${'names no host'}              | ${['GET /usage HTTP/1.1']}                                           | ${MISSING}
    ${'names none for what is not'} | ${['GET /nope HTTP/1.1']}                                            | ${MISSING}
    ${'names none for a probe'}     | ${['GET /health/live HTTP/1.1']}                                     | ${MISSING}
    ${'names two'}                  | ${['GET /usage HTTP/1.1', 'Host: a', 'Host: b']}                     | ${REPEATED}
    ${'names one twice'}            | ${['GET /usage HTTP/1.1', 'Host: a', 'host: a']}                     | ${REPEATED}
    ${'names two in HTTP/1.0'}      | ${['GET /usage HTTP/1.0', 'Host: a', 'Host: b']}                     | ${REPEATED}
    ${'expects what there is not'}  | ${['GET /usage HTTP/1.1', 'Host: a', 'Expect: 200-ok']}              | ${unmet('200-ok')}
    ${'expects it at length'}       | ${['GET /usage HTTP/1.1', 'Host: a', `Expect: ${'x'.repeat(5000)}`]} | ${unmet(`${'x'.repeat(100)}…`)}
  `('is answered with a problem, and logged as the others: it $what', async ({ lines, answer }) => {
    log.clear();
    const { status, mediaType, body } = answer as ReturnType<typeof problem>;
    expect(parted(await ask(request(...(lines as string[]))))).toEqual({ status, type: mediaType, body });
    expect(log.requests).toEqual([expect.objectContaining({ request_id: ASKED_AS, status })]);
    expect(edge.upstream.asked).toEqual([]);
  });

  it.each([
    ['an empty Host', ['GET /health/live HTTP/1.1', 'Host:']],
    ['HTTP/1.0, which has none', ['GET /health/live HTTP/1.0']],
    ['what expects to go on', ['GET /health/live HTTP/1.1', 'Host: a', 'Expect: 100-Continue']],
  ])('is not %s', async (_what, lines) => {
    expect(await ask(request(...lines))).toMatch(/HTTP\/1\.1 200 OK\r\n[^]*\{"status":"ok"\}$/);
  });
});

describe('a range of a file', () => {
  const edge = useService();

  it.each([
    ['/dashboard/vendor/uplot/uPlot.iife.min.js', 'gzip'],
    ['/dashboard/vendor/uplot/uPlot.iife.min.js', 'identity'],
    ['/docs/swagger-ui.css', 'gzip'],
    ['/docs/swagger-ui.css', 'identity'],
  ])('is the whole of it: %s in %s', async (path, encoding) => {
    const whole = await edge.ask('get', path).set('Accept-Encoding', encoding).expect(200);
    for (const range of ['bytes=0-99', 'bytes=-1', 'bytes=9999999-']) {
      const answer = await edge.ask('get', path).set('Accept-Encoding', encoding).set('Range', range);
      expect([
        answer.status,
        answer.headers['content-range'],
        answer.headers['etag'],
        answer.text === whole.text,
      ]).toEqual([200, undefined, whole.headers['etag'], true]);
    }
  });
});
