import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { bytes, endless, gzipped, json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, REPORT } from '../support/good-period.js';
import { bill, entry, invalid, reportEntry } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { rawPeriod, withField } from '../support/raw-json.js';
import { useAtSockets, SETTINGS, type UpstreamFault } from './at-sockets.js';

const PERIOD = period(message({ report_id: 7 }), message({ id: 1001 }));
const WHOLE = JSON.stringify(PERIOD);
const MAX_BYTES = Number(SETTINGS.UPSTREAM_MAX_BYTES);
const GZIP = { 'Content-Encoding': 'gzip' };

const notJson = (path: string) => invalid(`GET ${path} did not answer JSON in UTF-8`);
const tooMuch = (path: string) => invalid(`GET ${path} answered more than is read`);
const violation = (what: string) => invalid(`GET ${MESSAGES}: ${what}`);
const violated = (what: string) => invalid(`GET ${REPORT}: ${what}`);
const UNDECODABLE = invalid(`GET ${MESSAGES} answered in a content encoding that does not decode`);

/** The messages with one field of the first as it is written here, to the letter. */
const withRaw = (field: string, raw?: string) =>
  bytes(rawPeriod(withField(message({ report_id: 7 }), field, raw), JSON.stringify(message())));
const reportWith = (field: string, raw?: string) => bytes(withField(report(), field, raw));
const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const POLLUTING = rawPeriod(
  '{"__proto__":{"report_id":7},"constructor":{"prototype":{"id":1}},"id":1000,"text":"What is the rent?","timestamp":"2026-03-02T08:14:09.412Z"}',
);
const MANY = Array.from({ length: 5000 }, (_, id) => message({ id }));

describe('GET /usage, where the body of the upstream', () => {
  const at = useAtSockets();

  it.each<UpstreamFault>`
    fault                                         | path        | answers                                                               | seen
    ${'is a page'}                                | ${MESSAGES} | ${[bytes('<!doctype html><title>Sign in</title>')]}                   | ${notJson(MESSAGES)}
    ${'is nothing'}                               | ${MESSAGES} | ${[bytes('')]}                                                        | ${notJson(MESSAGES)}
    ${'is nothing'}                               | ${REPORT}   | ${[bytes('')]}                                                        | ${notJson(REPORT)}
    ${'is half of the JSON, and says no more'}    | ${MESSAGES} | ${[bytes(WHOLE.slice(0, -20))]}                                       | ${notJson(MESSAGES)}
    ${'goes on after the JSON'}                   | ${MESSAGES} | ${[bytes(`${WHOLE}]`)]}                                               | ${notJson(MESSAGES)}
    ${'begins with a byte order mark'}            | ${MESSAGES} | ${[bytes(`\u{FEFF}${WHOLE}`)]}                                        | ${GOOD_BILL}
    ${'is not UTF-8'}                             | ${MESSAGES} | ${[bytes(Buffer.from(WHOLE.replace('rent', 'r\u00E9nt'), 'latin1'))]} | ${notJson(MESSAGES)}
    ${'is null'}                                  | ${MESSAGES} | ${[bytes('null')]}                                                    | ${violation('the body must be object')}
    ${'is an array'}                              | ${REPORT}   | ${[json([report()])]}                                                 | ${violated('the body must be object')}
    ${'has no messages'}                          | ${MESSAGES} | ${[json({})]}                                                         | ${violation('messages is missing')}
    ${'has messages of null'}                     | ${MESSAGES} | ${[json({ messages: null })]}                                         | ${violation('messages must be array')}
    ${'has an empty list of them'}                | ${MESSAGES} | ${[json(period())]}                                                   | ${bill()}
    ${'has a message that is null'}               | ${MESSAGES} | ${[json(period(null))]}                                               | ${violation('messages[0] must be object')}
    ${'has a message without an id'}              | ${MESSAGES} | ${[withRaw('id')]}                                                    | ${violation('messages[0].id is missing')}
    ${'has an id that is text'}                   | ${MESSAGES} | ${[withRaw('id', '"1000"')]}                                          | ${violation('messages[0].id must be integer')}
    ${'has an id above 2^53'}                     | ${MESSAGES} | ${[withRaw('id', '9007199254740993')]}                                | ${violation('messages[0].id must be <= 9007199254740991')}
    ${'has a text that is a number'}              | ${MESSAGES} | ${[withRaw('text', '1')]}                                             | ${violation('messages[0].text must be string')}
    ${'has a timestamp that is none'}             | ${MESSAGES} | ${[withRaw('timestamp', '"yesterday"')]}                              | ${violation('messages[0].timestamp must match format "date-time"')}
    ${'has a report_id that is a path'}           | ${MESSAGES} | ${[withRaw('report_id', '"../messages"')]}                            | ${violation('messages[0].report_id must be integer')}
    ${'has a report_id of null'}                  | ${MESSAGES} | ${[withRaw('report_id', 'null')]}                                     | ${bill(entry(), entry())}
    ${'reaches for prototypes'}                   | ${MESSAGES} | ${[bytes(POLLUTING)]}                                                 | ${bill(entry())}
    ${'repeats a key'}                            | ${MESSAGES} | ${[withRaw('id', '1,"id":1000')]}                                     | ${bill(reportEntry(), entry())}
    ${'repeats an id'}                            | ${MESSAGES} | ${[json(period(message(), message()))]}                               | ${bill(entry(), entry())}
    ${'is nested 20,000 deep where nobody looks'} | ${MESSAGES} | ${[withRaw('more', DEEP)]}                                            | ${violation('the body is nested deeper than 64')}
    ${'has many messages'}                        | ${MESSAGES} | ${[json(period(...MANY))]}                                            | ${bill(...MANY.map(({ id }) => entry({ message_id: id })))}
    ${'is of another report'}                     | ${REPORT}   | ${[json(report({ id: 8 }))]}                                          | ${invalid(`GET ${REPORT} answered with report 8`)}
    ${'has no cost'}                              | ${REPORT}   | ${[reportWith('credit_cost')]}                                        | ${violated('credit_cost is missing')}
    ${'has a cost that is text'}                  | ${REPORT}   | ${[reportWith('credit_cost', '"79"')]}                                | ${violated('credit_cost must be number')}
    ${'has a cost beyond all numbers'}            | ${REPORT}   | ${[reportWith('credit_cost', '1e400')]}                               | ${violated('credit_cost must be number')}
    ${'has a cost below nothing'}                 | ${REPORT}   | ${[reportWith('credit_cost', '-0.01')]}                               | ${violated('credit_cost must be >= 0')}
    ${'has no name'}                              | ${REPORT}   | ${[reportWith('name')]}                                               | ${violated('name is missing')}
    ${'has a name of a megabyte'}                 | ${REPORT}   | ${[json(report({ name: 'x'.repeat(2 ** 20) }))]}                      | ${tooMuch(REPORT)}
    ${'is gzip that nobody asked for'}            | ${MESSAGES} | ${[gzipped(PERIOD)]}                                                  | ${GOOD_BILL}
    ${'calls itself gzip and is not'}             | ${MESSAGES} | ${[bytes(WHOLE, GZIP)]}                                               | ${UNDECODABLE}
    ${'is gzip that breaks off'}                  | ${MESSAGES} | ${[bytes(gzipSync(WHOLE).subarray(0, 60), GZIP)]}                     | ${notJson(MESSAGES)}
    ${'is a gzip bomb of 64 MB'}                  | ${MESSAGES} | ${[bytes(gzipSync(WHOLE.padEnd(2 ** 26)), GZIP)]}                     | ${tooMuch(MESSAGES)}
    ${'is as long as is read'}                    | ${MESSAGES} | ${[bytes(WHOLE.padEnd(MAX_BYTES))]}                                   | ${GOOD_BILL}
    ${'is a byte longer'}                         | ${MESSAGES} | ${[bytes(WHOLE.padEnd(MAX_BYTES + 1))]}                               | ${tooMuch(MESSAGES)}
    ${'has no end'}                               | ${MESSAGES} | ${[endless]}                                                          | ${tooMuch(MESSAGES)}
    ${'has no end'}                               | ${REPORT}   | ${[endless]}                                                          | ${tooMuch(REPORT)}
  `('$fault: GET $path', async (fault) => {
    expect(await at.pair.askUnder(fault)).toEqual(fault.seen);
    expect(await at.pair.afterwards()).toEqual(at.pair.atRest);
  });

  it('leaves no message, no answer of the upstream and not its address in the log', () => {
    expect(at.pair.leaksInLog).toEqual([]);
  });
});
