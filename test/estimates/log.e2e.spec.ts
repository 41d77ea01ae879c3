import { beforeEach, describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MemoryLog } from '../support/memory-log.js';
import { report } from '../support/period.js';
import { ASKED_AS } from '../support/problem-document.js';

/** One word suffices: a parser's messages quote the beginning of what they could not read. */
const SECRET = 'Whitfield';

describe('the log of POST /v1/estimates at its most verbose', () => {
  const log = new MemoryLog();
  const edge = useService({ settings: { logLevel: 'trace' }, change: log.replacing });
  beforeEach(() => {
    log.clear();
    edge.upstream.on('/reports/7', json(report({ name: SECRET }))).on('/reports/8', status(403));
  });

  const estimate = (body: string | object) =>
    edge.ask('post', '/v1/estimates').set('Content-Type', 'application/json').send(body);

  const lines = () =>
    log.requests.map(({ request_id, method, route, status }) => ({ request_id, method, route, status }));

  const line = (code: number, route: unknown = '/v1/estimates'): unknown => ({
    request_id: ASKED_AS,
    method: 'POST',
    route,
    status: code,
  });

  it.each<{ what: string; code: number; body: object }>`
    what                              | code   | body
    ${'the text of a message'}        | ${200} | ${{ messages: [{ text: SECRET }] }}
    ${'the name of a report'}         | ${200} | ${{ messages: [{ text: 'a', report_id: 7 }] }}
    ${'a text that is refused'}       | ${400} | ${{ messages: [{ text: [SECRET] }] }}
    ${'a key that is not known'}      | ${400} | ${{ messages: [{ text: SECRET, [SECRET]: SECRET }] }}
    ${'a rate card that is none'}     | ${404} | ${{ messages: [{ text: SECRET }], rate_card: SECRET }}
    ${'a text that cannot be priced'} | ${500} | ${{ messages: [{ text: SECRET, report_id: 8 }] }}
  `('has one line for the request, and never $what', async ({ code, body }) => {
    await estimate(body).expect(code);
    expect(lines()).toEqual([line(code)]);
    expect(log.text).not.toContain(SECRET);
  });

  it.each<{ what: string; code: number; body: string }>`
    what                        | code   | body
    ${'a body that ends early'} | ${400} | ${`{"messages":[{"text":"${SECRET}`}
    ${'a body that is text'}    | ${400} | ${SECRET}
    ${'a body too large'}       | ${413} | ${`["${SECRET.repeat(120_000)}"]`}
  `('has one line for the request, and never $what', async ({ code, body }) => {
    await estimate(body).expect(code);
    expect(log.text).not.toContain(SECRET);
    expect(lines()).toEqual([line(code, expect.any(String))]);
  });
});
