import { describe, expect, it } from '@jest/globals';
import { silent, slow, stalled, status, trickling } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, REPORT } from '../support/good-period.js';
import { tooSlow, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useAtSockets, type UpstreamFault } from './at-sockets.js';

const PERIOD = period(message({ report_id: 7 }), message({ id: 1001 }));
const timedOut = (path: string) => tooSlow(`GET ${path} timed out after 500 ms, 2 times`);

describe('GET /usage, where the upstream takes its time', () => {
  const at = useAtSockets();

  it.each<UpstreamFault>`
    fault                                   | path        | answers                                            | seen
    ${'never sends headers'}                | ${MESSAGES} | ${[silent]}                                        | ${timedOut(MESSAGES)}
    ${'never sends headers'}                | ${REPORT}   | ${[silent]}                                        | ${timedOut(REPORT)}
    ${'never sends headers at first'}       | ${MESSAGES} | ${[silent, 'well']}                                | ${GOOD_BILL}
    ${'sends headers late, but in time'}    | ${MESSAGES} | ${[slow(100, GOOD[MESSAGES])]}                     | ${GOOD_BILL}
    ${'sends headers too late'}             | ${MESSAGES} | ${[slow(700, GOOD[MESSAGES])]}                     | ${timedOut(MESSAGES)}
    ${'sends headers too late'}             | ${REPORT}   | ${[slow(700, GOOD[REPORT])]}                       | ${timedOut(REPORT)}
    ${'trickles the body for ever'}         | ${MESSAGES} | ${[trickling]}                                     | ${timedOut(MESSAGES)}
    ${'trickles the body for ever'}         | ${REPORT}   | ${[trickling]}                                     | ${timedOut(REPORT)}
    ${'trickles the body at first'}         | ${REPORT}   | ${[trickling, 'well']}                             | ${GOOD_BILL}
    ${'stalls half way'}                    | ${MESSAGES} | ${[stalled(PERIOD)]}                               | ${timedOut(MESSAGES)}
    ${'stalls half way'}                    | ${REPORT}   | ${[stalled(report())]}                             | ${timedOut(REPORT)}
    ${'stalls half way at first'}           | ${MESSAGES} | ${[stalled(PERIOD), 'well']}                       | ${GOOD_BILL}
    ${'is silent, then fails'}              | ${MESSAGES} | ${[silent, status(503)]}                           | ${unavailable(`GET ${MESSAGES} answered 503 after 2 attempts`)}
    ${'asks for a second and is well then'} | ${MESSAGES} | ${[status(429, { 'Retry-After': '1' }), 'well']}   | ${GOOD_BILL}
    ${'asks for an hour'}                   | ${MESSAGES} | ${[status(503, { 'Retry-After': '3600' })]}        | ${unavailable(`GET ${MESSAGES} answered 503`)}
    ${'asks for an hour for a report'}      | ${REPORT}   | ${[status(429, { 'Retry-After': '3600' })]}        | ${unavailable(`GET ${REPORT} answered 429`)}
    ${'asks for less than nothing'}         | ${MESSAGES} | ${[status(503, { 'Retry-After': '-5' }), 'well']}  | ${GOOD_BILL}
    ${'asks for what is no time'}           | ${MESSAGES} | ${[status(503, { 'Retry-After': 'abc' }), 'well']} | ${GOOD_BILL}
  `('that $fault: GET $path', async (fault) => {
    expect(await at.pair.askUnder(fault)).toEqual(fault.seen);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('leaves no message, no answer of the upstream and not its address in the log', () => {
    expect(at.pair.leaksInLog).toEqual([]);
  });
});
