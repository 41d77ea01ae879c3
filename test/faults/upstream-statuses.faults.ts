import { describe, expect, it } from '@jest/globals';
import { status, tagged } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, REPORT, type Resource, serveGoodPeriod } from '../support/good-period.js';
import { bill, entry, invalid, reportEntry, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useAtSockets, type UpstreamFault } from './at-sockets.js';

const answered = (path: Resource, code: number) => unavailable(`GET ${path} answered ${code}`);
const answeredTwice = (path: Resource, code: number) => unavailable(`GET ${path} answered ${code} after 2 attempts`);
const UNCONDITIONAL = invalid(`GET ${MESSAGES} answered 304 to an unconditional request`);
const BY_TEXT = bill(entry(), entry({ message_id: 1001 }));

describe('GET /usage, where the upstream answers', () => {
  const at = useAtSockets();

  it.each<UpstreamFault>`
    fault                              | path        | answers                       | seen
    ${'201'}                           | ${MESSAGES} | ${[status(201)]}              | ${answered(MESSAGES, 201)}
    ${'204'}                           | ${MESSAGES} | ${[status(204)]}              | ${answered(MESSAGES, 204)}
    ${'204'}                           | ${REPORT}   | ${[status(204)]}              | ${answered(REPORT, 204)}
    ${'206'}                           | ${MESSAGES} | ${[status(206)]}              | ${answered(MESSAGES, 206)}
    ${'304 to nothing'}                | ${MESSAGES} | ${[status(304)]}              | ${UNCONDITIONAL}
    ${'400'}                           | ${REPORT}   | ${[status(400)]}              | ${answered(REPORT, 400)}
    ${'401'}                           | ${MESSAGES} | ${[status(401)]}              | ${answered(MESSAGES, 401)}
    ${'403'}                           | ${REPORT}   | ${[status(403)]}              | ${answered(REPORT, 403)}
    ${'404 for the messages'}          | ${MESSAGES} | ${[status(404)]}              | ${answered(MESSAGES, 404)}
    ${'404 for the report'}            | ${REPORT}   | ${[status(404)]}              | ${BY_TEXT}
    ${'408'}                           | ${MESSAGES} | ${[status(408)]}              | ${answeredTwice(MESSAGES, 408)}
    ${'410'}                           | ${REPORT}   | ${[status(410)]}              | ${answered(REPORT, 410)}
    ${'429'}                           | ${REPORT}   | ${[status(429)]}              | ${answeredTwice(REPORT, 429)}
    ${'500'}                           | ${MESSAGES} | ${[status(500)]}              | ${answeredTwice(MESSAGES, 500)}
    ${'500'}                           | ${REPORT}   | ${[status(500)]}              | ${answeredTwice(REPORT, 500)}
    ${'500 once'}                      | ${MESSAGES} | ${[status(500), 'well']}      | ${GOOD_BILL}
    ${'502'}                           | ${MESSAGES} | ${[status(502)]}              | ${answeredTwice(MESSAGES, 502)}
    ${'503'}                           | ${REPORT}   | ${[status(503)]}              | ${answeredTwice(REPORT, 503)}
    ${'503 once'}                      | ${REPORT}   | ${[status(503), 'well']}      | ${GOOD_BILL}
    ${'504'}                           | ${MESSAGES} | ${[status(504)]}              | ${answeredTwice(MESSAGES, 504)}
    ${'599'}                           | ${MESSAGES} | ${[status(599)]}              | ${answeredTwice(MESSAGES, 599)}
    ${'503, and 403 when asked again'} | ${MESSAGES} | ${[status(503), status(403)]} | ${answeredTwice(MESSAGES, 403)}
  `('$fault: GET $path', async (fault) => {
    expect(await at.pair.askUnder(fault)).toEqual(fault.seen);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it.each([301, 302, 303, 307, 308])('%d to another place, which is not asked', async (code) => {
    const elsewhere = serveGoodPeriod(await FakeUpstream.start());
    const redirect = status(code, { Location: `${elsewhere.baseUrl}${MESSAGES}` });
    at.pair.upstream.on(MESSAGES, redirect);
    const seen = await at.pair.ask();
    await elsewhere.stop();

    expect(seen).toEqual(answered(MESSAGES, code));
    expect(elsewhere.asked).toEqual([]);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('something else from call to call', async () => {
    const { upstream } = at.pair;
    upstream.on(MESSAGES, status(403), tagged(period(message()), '"1"'), status(403), tagged(period(message()), '"1"'));
    const seen = [await at.pair.ask(), await at.pair.ask(), await at.pair.ask(), await at.pair.ask()];

    expect(seen).toEqual([answered(MESSAGES, 403), bill(entry()), answered(MESSAGES, 403), bill(entry())]);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('the same messages, and another price of the report', async () => {
    const messages = tagged(period(message({ report_id: 7 })), '"m"');
    at.pair.upstream
      .on(MESSAGES, messages)
      .on(REPORT, tagged(report(), '"1"'), tagged(report({ credit_cost: 46 }), '"2"'), status(404));
    const seen = [await at.pair.ask(), await at.pair.ask(), await at.pair.ask()];

    expect(seen).toEqual([bill(reportEntry()), bill(reportEntry({ credits_used: 46 })), bill(entry())]);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('304 for another version than the one that was asked about', async () => {
    at.pair.upstream.on(MESSAGES, tagged(period(message()), '"1"'), status(304, { ETag: '"2"' }));
    const seen = [await at.pair.ask(), await at.pair.ask()];

    const OTHER = invalid(`GET ${MESSAGES} answered 304 for another version than the one asked about`);
    expect(seen).toEqual([bill(entry()), OTHER]);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('leaves no message, no answer of the upstream and not its address in the log', () => {
    expect(at.pair.leaksInLog).toEqual([]);
  });
});
