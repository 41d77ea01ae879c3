import { beforeEach, describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { parseCsv } from '../support/csv.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { serveMixedPeriod } from '../support/mixed-period.js';
import { message, period, report } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';

describe('GET /v1/usage/summary as text/csv', () => {
  const edge = useService();

  beforeEach(() => void serveMixedPeriod(edge.upstream));

  const file = (query: string) => edge.ask('get', `/v1/usage/summary?format=csv${query}`);

  const lines = (...rows: string[]): string => rows.map((row) => `${row}\r\n`).join('');

  const MARCH = '2026-03-01T00:00:00+00:00,2026-04-01T00:00:00+00:00';

  it('has a line for each window, empty ones too', async () => {
    const { text } = await file('').expect(200);
    expect(text).toBe(
      lines(
        'from,to,messages,credits_used',
        '2026-03-02T00:00:00+00:00,2026-03-03T00:00:00+00:00,1,5.2',
        '2026-03-03T00:00:00+00:00,2026-03-04T00:00:00+00:00,3,59.895',
        '2026-03-04T00:00:00+00:00,2026-03-05T00:00:00+00:00,1,1.05',
        '2026-03-05T00:00:00+00:00,2026-03-06T00:00:00+00:00,0,0',
        '2026-03-06T00:00:00+00:00,2026-03-07T00:00:00+00:00,1,2.1',
      ),
    );
  });

  it('has columns for its groupings, and a line for each group', async () => {
    expect((await file('&granularity=P1M&group_by=report,basis')).text).toBe(
      lines(
        'from,to,report_id,report_name,basis,messages,credits_used',
        `${MARCH},,,text,3,8.35`,
        `${MARCH},7,Lease Abstract,report,1,45`,
        `${MARCH},9,Break Options,report,1,12.345`,
        `${MARCH},8,,text_report_not_found,1,2.55`,
      ),
    );
    expect((await file('&granularity=P1M&group_by=basis&basis=report')).text).toBe(
      lines('from,to,basis,messages,credits_used', `${MARCH},report,2,57.345`),
    );
  });

  it('has only a header line if there are no messages', async () => {
    edge.upstream.on(MESSAGES, json(period()));
    expect((await file('')).text).toBe('from,to,messages,credits_used\r\n');
  });

  it('has report names, and none that a spreadsheet would run', async () => {
    const name = '=HYPERLINK("a","b")\r\n';
    edge.upstream.on(MESSAGES, json(period(message({ report_id: 7 })))).on('/reports/7', json(report({ name })));
    expect(parseCsv((await file('&group_by=report')).text)[1]?.[3]).toBe(`'${name}`);
  });

  it('has its own filename, ETag and headers, by Accept too', async () => {
    const byAccept = await edge.ask('get', '/v1/usage/summary').set('Accept', 'text/csv').expect(200);
    expect(byAccept.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="credit-usage-summary.csv"',
      'cache-control': 'private, no-cache',
      vary: 'Accept, Accept-Encoding',
    });
    const head = await edge.ask('head', '/v1/usage/summary').set('Accept', 'text/csv').expect(200);
    expect({ ...head.headers, date: '' }).toEqual({ ...byAccept.headers, date: '' });
    const again = () => file('').set('If-None-Match', String(byAccept.headers['etag']));
    const unchanged = await again().expect(304);
    expect(unchanged.headers).not.toHaveProperty('content-disposition');
    await edge.ask('get', '/v1/usage/summary').set('If-None-Match', String(byAccept.headers['etag'])).expect(200);
  });

  it('is refused in an unknown format', async () => {
    expect(answered(await edge.ask('get', '/v1/usage/summary?format=ndjson'))).toEqual(
      refusal('format', 'must be one of json, csv'),
    );
  });

  it('is a problem, never half a file, if upstream fails', async () => {
    edge.upstream.on(MESSAGES, status(403));
    const answer = await file('');
    expect(answered(answer)).toEqual(problem('upstream-unavailable', 'GET /messages/current-period answered 403'));
    expect(answer.headers).not.toHaveProperty('content-disposition');
  });
});
