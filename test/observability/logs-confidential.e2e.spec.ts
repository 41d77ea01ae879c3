import type { RequestListener } from 'node:http';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { bytes, json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { MemoryLog } from '../support/memory-log.js';
import { message, period, report } from '../support/period.js';

/** A word of it is enough: messages of the parser quote the beginning of what they could not read. */
const SECRET = 'Whitfield';

describe('the log at level trace', () => {
  const log = new MemoryLog();
  const edge = useService({
    settings: { logLevel: 'trace' },
    change: log.replacing,
    upstream: {
      retries: 0,
    },
  });

  beforeEach(() => log.clear());

  /** The lines that tell, each with its message alone: the others would hide them in a report of this test. */
  const tellTales = (): unknown[] =>
    log.lines.flatMap((line) => (JSON.stringify(line).includes(SECRET) ? [line['err'] ?? line] : []));

  it.each<{ messages: RequestListener; reports: RequestListener }>`
    what                                   | messages                                                                | reports
    ${'the text of a message'}             | ${json(period(message({ text: `${SECRET} v. Marsh` })))}                | ${json(report())}
    ${'the name of a report'}              | ${json(period(message({ report_id: 7 })))}                              | ${json(report({ name: SECRET }))}
    ${'a name that is too long to be one'} | ${json(period(message({ report_id: 7 })))}                              | ${json(report({ name: SECRET.repeat(2000) }))}
    ${'a cost that is not one'}            | ${json(period(message({ report_id: 7 })))}                              | ${json(report({ credit_cost: SECRET }))}
    ${'a timestamp that is not one'}       | ${json(period(message({ timestamp: SECRET })))}                         | ${json(report())}
    ${'an id that is not one'}             | ${json(period(message({ id: SECRET })))}                                | ${json(report())}
    ${'a key that is not known'}           | ${json(period(message({ [SECRET]: SECRET })))}                          | ${json(report())}
    ${'a body that is not JSON'}           | ${bytes(SECRET)}                                                        | ${json(report())}
    ${'a body that ends early'}            | ${bytes(`{"messages":[{"id":1,"text":"${SECRET}`)}                      | ${json(report())}
    ${'a body that goes on'}               | ${bytes(`{"messages":[]}${SECRET}`)}                                    | ${json(report())}
    ${'a body that is not UTF-8'}          | ${bytes(Buffer.from(`{"messages":["${SECRET}\u00e9"]}`, 'latin1'))}     | ${json(report())}
    ${'a body that is a string'}           | ${json(SECRET)}                                                         | ${json(report())}
    ${'a report that is not JSON'}         | ${json(period(message({ report_id: 7 })))}                              | ${bytes(SECRET)}
    ${'a page of another status'}          | ${bytes(SECRET, {}, 403)}                                               | ${json(report())}
    ${'a header of the upstream'}          | ${json(period(message()), { 'X-Secret': SECRET, ETag: `"${SECRET}"` })} | ${json(report())}
    ${'the target of a redirect'}          | ${bytes('', { Location: `/${SECRET}` }, 302)}                           | ${json(report())}
  `('never has $what', async ({ messages, reports }) => {
    edge.upstream.on(MESSAGES, messages).on('/reports/7', reports);
    await edge.ask('get', '/usage');
    expect(log.requests).not.toEqual([]);
    expect(tellTales()).toEqual([]);
  });

  it.each<{ path: string; header: Record<string, string>; body?: string }>`
    what                             | path                       | header                                       | body
    ${'a header of the caller'}      | ${'/usage'}                | ${{ 'X-Any': SECRET }}                       | ${undefined}
    ${'the key of the caller'}       | ${'/usage'}                | ${{ Authorization: `Bearer ${SECRET}` }}     | ${undefined}
    ${'a cookie'}                    | ${'/usage'}                | ${{ Cookie: `a=${SECRET}` }}                 | ${undefined}
    ${'an id that was refused'}      | ${'/usage'}                | ${{ 'X-Request-Id': `${SECRET} ` + SECRET }} | ${undefined}
    ${'the value of a query'}        | ${`/usage?text=${SECRET}`} | ${{}}                                        | ${undefined}
    ${'the name of a query'}         | ${`/usage?${SECRET}`}      | ${{}}                                        | ${undefined}
    ${'a path that is not there'}    | ${`/${SECRET}`}            | ${{}}                                        | ${undefined}
    ${'a path that does not decode'} | ${`/${SECRET}%zz`}         | ${{}}                                        | ${undefined}
    ${'a body'}                      | ${'/usage'}                | ${{}}                                        | ${`{"text":"${SECRET}"}`}
    ${'a body that is not JSON'}     | ${'/usage'}                | ${{}}                                        | ${SECRET}
    ${'what is to be estimated'}     | ${'/v1/estimates'}         | ${{}}                                        | ${`{"messages":[{"text":"${SECRET}"}]}`}
    ${'an estimate that is refused'} | ${'/v1/estimates'}         | ${{}}                                        | ${`{"messages":[{"text":["${SECRET}"],"${SECRET}":1}]}`}
  `('never has $what', async ({ path, header, body }) => {
    const asked = edge.ask(body === undefined ? 'get' : 'post', path).set(header);
    await (body === undefined ? asked : asked.set('Content-Type', 'application/json').send(body));
    expect(tellTales()).toEqual([]);
  });
});
