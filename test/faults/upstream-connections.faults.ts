import { describe, expect, it } from '@jest/globals';
import { cutBeforeLastChunk, cutShort, dropped, raw, reset, said } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, REPORT } from '../support/good-period.js';
import { unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useAtSockets, type UpstreamFault } from './at-sockets.js';

const PERIOD = period(message({ report_id: 7 }), message({ id: 1001 }));
const failed = (path: string, code: string) => unavailable(`GET ${path} failed with ${code} after 2 attempts`);

/** The whole answer as it goes over the wire, with what some servers do before, in and after it. */
const spoken = (body: object, { before = '', headers = '', after = '' }): string => {
  const whole = JSON.stringify(body);
  return `${before}HTTP/1.1 200 OK\r\nContent-Length: ${whole.length}\r\n${headers}\r\n${whole}${after}`;
};
const PERIOD_ANSWER = spoken(PERIOD, {});
const OTHER_REPORT = spoken(report({ credit_cost: 1 }), {});
const HUNDRED_HEADERS = Array.from({ length: 100 }, (_, place) => `X-Header-${place}: x\r\n`).join('');

describe('GET /usage, where the connection to the upstream fails', () => {
  const at = useAtSockets();

  it.each<UpstreamFault>`
    fault                                       | path        | answers                                                                               | seen
    ${'is closed before the headers'}           | ${MESSAGES} | ${[dropped]}                                                                          | ${failed(MESSAGES, 'ECONNRESET')}
    ${'is closed before the headers'}           | ${REPORT}   | ${[dropped]}                                                                          | ${failed(REPORT, 'ECONNRESET')}
    ${'is reset before the headers'}            | ${MESSAGES} | ${[reset]}                                                                            | ${failed(MESSAGES, 'ECONNRESET')}
    ${'is reset before the headers'}            | ${REPORT}   | ${[reset]}                                                                            | ${failed(REPORT, 'ECONNRESET')}
    ${'is reset once'}                          | ${MESSAGES} | ${[reset, 'well']}                                                                    | ${GOOD_BILL}
    ${'is reset once'}                          | ${REPORT}   | ${[reset, 'well']}                                                                    | ${GOOD_BILL}
    ${'ends short of the announced length'}     | ${MESSAGES} | ${[cutShort(PERIOD)]}                                                                 | ${failed(MESSAGES, 'ERR_BAD_RESPONSE')}
    ${'ends short of the announced length'}     | ${REPORT}   | ${[cutShort(report())]}                                                               | ${failed(REPORT, 'ERR_BAD_RESPONSE')}
    ${'ends short once'}                        | ${MESSAGES} | ${[cutShort(PERIOD), 'well']}                                                         | ${GOOD_BILL}
    ${'ends before the last chunk'}             | ${MESSAGES} | ${[cutBeforeLastChunk(PERIOD)]}                                                       | ${failed(MESSAGES, 'ERR_BAD_RESPONSE')}
    ${'ends before the last chunk'}             | ${REPORT}   | ${[cutBeforeLastChunk(report())]}                                                     | ${failed(REPORT, 'ERR_BAD_RESPONSE')}
    ${'speaks no HTTP'}                         | ${MESSAGES} | ${[raw('220 upstream ESMTP\r\n\r\n')]}                                                | ${failed(MESSAGES, 'HPE_INVALID_CONSTANT')}
    ${'speaks a header without a colon'}        | ${REPORT}   | ${[raw('HTTP/1.1 200 OK\r\nno colon\r\n\r\n')]}                                       | ${failed(REPORT, 'HPE_INVALID_HEADER_TOKEN')}
    ${'announces two lengths'}                  | ${MESSAGES} | ${[raw('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}')]}       | ${failed(MESSAGES, 'HPE_UNEXPECTED_CONTENT_LENGTH')}
    ${'announces a length and chunks'}          | ${MESSAGES} | ${[raw(PERIOD_ANSWER.replace('\r\n', '\r\nTransfer-Encoding: chunked\r\n'))]}         | ${failed(MESSAGES, 'HPE_INVALID_CONTENT_LENGTH')}
    ${'sends a chunk of no size'}               | ${MESSAGES} | ${[raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nsize\r\n{}\r\n')]}       | ${failed(MESSAGES, 'ERR_BAD_RESPONSE')}
    ${'sends a header of 20 KB'}                | ${MESSAGES} | ${[raw(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`)]}                  | ${failed(MESSAGES, 'HPE_HEADER_OVERFLOW')}
    ${'sends a megabyte of header'}             | ${REPORT}   | ${[raw(`HTTP/1.1 200 OK\r\n${'X-Long: x\r\n'.repeat(100_000)}\r\n`)]}                 | ${failed(REPORT, 'HPE_HEADER_OVERFLOW')}
    ${'sends 100 header lines'}                 | ${MESSAGES} | ${[raw(spoken(PERIOD, { headers: HUNDRED_HEADERS }))]}                                | ${GOOD_BILL}
    ${'sends early hints first'}                | ${MESSAGES} | ${[raw(spoken(PERIOD, { before: 'HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n' }))]} | ${GOOD_BILL}
    ${'closes in the place of a length'}        | ${MESSAGES} | ${[raw(`HTTP/1.0 200 OK\r\n\r\n${JSON.stringify(PERIOD)}`)]}                          | ${GOOD_BILL}
    ${'says more than it announced'}            | ${MESSAGES} | ${[said(spoken(PERIOD, { after: 'and more' }))]}                                      | ${GOOD_BILL}
    ${'answers twice, of which one is unasked'} | ${MESSAGES} | ${[said(`${PERIOD_ANSWER}${OTHER_REPORT}`)]}                                          | ${GOOD_BILL}
  `('that $fault: GET $path', async (fault) => {
    expect(await at.pair.askUnder(fault)).toEqual(fault.seen);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('that nobody takes', async () => {
    const { upstream } = at.pair;
    const port = Number(new URL(upstream.baseUrl).port);
    await upstream.stop();
    const answer = await at.pair.ask();
    await upstream.listen(port);

    expect(answer).toEqual(failed(MESSAGES, 'ECONNREFUSED'));
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('leaves no message, no answer of the upstream and not its address in the log', () => {
    expect(at.pair.leaksInLog).toEqual([]);
  });
});
