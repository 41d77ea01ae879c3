import { beforeEach, describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { serveMixedPeriod } from '../support/mixed-period.js';
import { period } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { notAcceptable } from '../support/refusals.js';
import { useService } from '../support/use-service.js';

describe('GET /v1/usage/summary.csv', () => {
  const edge = useService();

  beforeEach(() => void serveMixedPeriod(edge.upstream));

  const file = (query = '') => edge.ask('get', `/v1/usage/summary.csv${query}`);

  it('has what the summary has as text/csv, after a byte order mark', async () => {
    const query = '?granularity=P1M&group_by=report,basis';
    const [{ text }, plain] = await Promise.all([
      file(query).expect(200),
      edge.ask('get', `/v1/usage/summary${query}&format=csv`),
    ]);
    expect(text).toBe(`\uFEFF${plain.text}`);
  });

  it.each([
    ['', '2026-03-02_2026-03-06_P1D'],
    ['?granularity=P1M&group_by=report,basis', '2026-03-02_2026-03-06_P1M_by-report_by-basis'],
    ['?basis=text&time_zone=America/New_York', '2026-03-02_2026-03-05_text_P1D'],
  ])('is named after what is in it: %s', async (query, name) => {
    const { headers } = await file(query).expect(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="credit-usage-summary_${name}.csv"`);
  });

  it('has the headers of the summary, for HEAD and as a 304 too', async () => {
    const { headers } = await file().expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding',
    });
    const head = await edge.ask('head', '/v1/usage/summary.csv').expect(200);
    expect({ ...head.headers, date: '' }).toEqual({ ...headers, date: '' });
    const again = await file().set('If-None-Match', String(headers['etag'])).expect(304);
    expect(again.headers).not.toHaveProperty('content-disposition');
  });

  it('has only a header line, and no dates in its name, if there are no messages', async () => {
    edge.upstream.on(MESSAGES, json(period()));
    const { text, headers } = await file().expect(200);
    expect(text).toBe('\uFEFFfrom,to,messages,credits_used\r\n');
    expect(headers['content-disposition']).toBe('attachment; filename="credit-usage-summary_P1D.csv"');
  });

  it('is refused to a client that accepts only another type', async () => {
    expect(answered(await file().set('Accept', 'application/json'))).toEqual(
      notAcceptable('/v1/usage/summary.csv', 'text/csv'),
    );
  });

  it('is a problem, never half a file, if upstream fails', async () => {
    edge.upstream.on(MESSAGES, status(403));
    const answer = await file();
    expect(answered(answer)).toEqual(problem('upstream-unavailable', 'GET /messages/current-period answered 403'));
    expect(answer.headers).not.toHaveProperty('content-disposition');
  });
});
