import { describe, expect, it } from '@jest/globals';
import { useEdge } from './support/edge.js';
import { converse, portOf, rawGet } from './support/raw-http.js';

/** What HTTP itself forbids ends before there is a request: a bare status, and the connection closed. */
const refusal = (status: string): string => `HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`;
const TOO_LARGE = refusal('431 Request Header Fields Too Large');
const BAD_REQUEST = refusal('400 Bad Request');

const KILOBYTE = 1024;
const SMUGGLED = 'POST /usage HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';

describe('the HTTP server', () => {
  const edge = useEdge();

  it.each<{ bytes: string | Uint8Array; answer: string }>`
    behaviour                                         | bytes                                                            | answer
    ${'refuses a header of 17 KB'}                    | ${rawGet('/usage', `X-Large: ${'x'.repeat(17 * KILOBYTE)}`)}     | ${TOO_LARGE}
    ${'refuses 17 KB of headers that are small each'} | ${rawGet('/usage', ...Array<string>(2500).fill('X-Small: x'))}   | ${TOO_LARGE}
    ${'refuses a URL of 100 KB'}                      | ${rawGet(`/usage?${'x'.repeat(100 * KILOBYTE)}`)}                | ${TOO_LARGE}
    ${'refuses a line that is not a request'}         | ${'NONSENSE\r\n\r\n'}                                            | ${BAD_REQUEST}
    ${'refuses a version of HTTP that is not there'}  | ${'GET /usage HTTP/9.9\r\nHost: a\r\n\r\n'}                      | ${BAD_REQUEST}
    ${'refuses TLS, which ends before it'}            | ${Buffer.from([0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0, 0, 1, 0])} | ${BAD_REQUEST}
    ${'refuses two lengths for one body'}             | ${SMUGGLED}                                                      | ${BAD_REQUEST}
    ${'refuses a header with a bare carriage return'} | ${rawGet('/usage', 'X-Request-Id: a\rX-Injected: b')}            | ${BAD_REQUEST}
    ${'refuses a header with a bare line feed'}       | ${rawGet('/usage', 'X-Request-Id: a\nX-Injected: b')}            | ${BAD_REQUEST}
    ${'refuses a header folded over two lines'}       | ${rawGet('/usage', 'X-Request-Id: a\r\n b')}                     | ${BAD_REQUEST}
    ${'refuses a header with a zero byte'}            | ${rawGet('/usage', 'X-Request-Id: a\0b')}                        | ${BAD_REQUEST}
  `('$behaviour, and still serves the next one', async ({ bytes, answer }) => {
    expect(await converse(portOf(edge.service.app), bytes)).toBe(answer);
    expect(edge.upstream.asked).toEqual([]);
    await edge.ask('get', '/usage').expect(200);
  });

  it('reads as many headers as fit', async () => {
    const many = Array<string>(2000).fill('a:1');
    const answer = await converse(portOf(edge.service.app), rawGet('/health/live', ...many));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n\{"status":"ok"\}$/);
  });
});
