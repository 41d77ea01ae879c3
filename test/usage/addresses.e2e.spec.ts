import { beforeEach, describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { parseCsv } from '../support/csv.js';
import { withLedger } from '../support/memory-ledger.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { CSV_HEADER as HEADER, MIXED_CSV, MIXED_NDJSON, serveMixedPeriod } from '../support/mixed-period.js';
import { message, period, report } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { notAcceptable, refusal } from '../support/refusals.js';
import { useService } from '../support/use-service.js';

const BOM = '\uFEFF';
const FILES = {
  '/v1/usage.csv': { type: 'text/csv; charset=utf-8', extension: 'csv', body: `${BOM}${MIXED_CSV}` },
  '/v1/usage.ndjson': { type: 'application/x-ndjson', extension: 'ndjson', body: MIXED_NDJSON },
} as const;

describe.each(Object.entries(FILES))('GET %s', (path, { type, extension, body }) => {
  const edge = useService();

  beforeEach(() => void serveMixedPeriod(edge.upstream));

  it('has the entries of the bill, under a name that says which', async () => {
    const { headers, text } = await edge.ask('get', path).expect(200);
    expect({ text, headers }).toMatchObject({
      text: body,
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="credit-usage_2026-03-02_2026-03-06.${extension}"`,
        'cache-control': 'private, no-cache',
        vary: 'Accept-Encoding',
        etag: expect.stringMatching(/^"[\w-]{43}"$/),
      },
    });
  });

  it('has the same headers and no body for HEAD', async () => {
    const [get, head] = await Promise.all([edge.ask('get', path), edge.ask('head', path)]);
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
    expect(head.text ?? '').toBe('');
  });

  it('is a 304 for a client that has it, and has another ETag with other parameters', async () => {
    const etag = String((await edge.ask('get', path)).headers['etag']);
    const again = await edge.ask('get', path).set('If-None-Match', etag).expect(304);
    expect(again.headers).not.toHaveProperty('content-disposition');
    for (const query of ['?columns=date', '?limit=1', '?basis=text'])
      await edge.ask('get', `${path}${query}`).set('If-None-Match', etag).expect(200);
    await edge.ask('get', `/v1/usage?format=${extension}`).set('If-None-Match', etag).expect(200);
  });

  it.each(['text/html,application/xhtml+xml,*/*;q=0.8', '*/*', ''])('is served to Accept: %s', async (accept) => {
    const answer = await edge.ask('get', path).set('Accept', accept);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
  });

  it('is refused to a client that accepts only another type', async () => {
    const answer = await edge.ask('get', path).set('Accept', 'application/json');
    expect(answered(answer)).toEqual(notAcceptable(path, type.replace(/;.*/, '')));
  });

  it.each([
    ['?basis=text', '2026-03-02_2026-03-06_text'],
    ['?basis=text_report_not_found&report_id=8', '2026-03-03_2026-03-03_text-report-not-found_report-8'],
    ['?message_id=4&min_credits=2.5', '2026-03-03_2026-03-03_message-4_from-2.5-credits'],
    ['?from=2026-03-03&to=2026-03-05', '2026-03-03_2026-03-04'],
    ['?sort=-credits_used&limit=2', '2026-03-03_2026-03-03_page'],
    ['?time_zone=Pacific/Auckland', '2026-03-02_2026-03-06'],
    ['?time_zone=America/New_York', '2026-03-02_2026-03-05'],
  ])('is named after what is in it: %s', async (query, name) => {
    const { headers } = await edge.ask('get', `${path}${query}`).expect(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="credit-usage_${name}.${extension}"`);
  });

  it('names no dates if nothing is in it', async () => {
    edge.upstream.on(MESSAGES, json(period()));
    const { headers } = await edge.ask('get', path).expect(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="credit-usage.${extension}"`);
  });

  it('takes the parameters of the bill, but no format', async () => {
    expect(answered(await edge.ask('get', `${path}?form=2026-03-03`))).toEqual(
      refusal('form', 'is unknown: did you mean from?'),
    );
    const { status: refused } = await edge.ask('get', `${path}?format=json`);
    expect(refused).toBe(400);
  });

  it('refuses a column that does not exist, and names those that do', async () => {
    for (const columns of ['date,text', 'credits_used', 'date,date', ''])
      expect(answered(await edge.ask('get', `${path}?columns=${columns}`))).toEqual(
        refusal(
          'columns',
          'must be a comma-separated list of date, basis, report_id, rate_card, period, each at most once',
        ),
      );
  });

  it('is a problem, never half a file, if upstream fails', async () => {
    edge.upstream.on('/reports/9', status(503));
    const answer = await edge.ask('get', path);
    expect(answered(answer)).toEqual(problem('upstream-unavailable', 'GET /reports/9 answered 503 after 3 attempts'));
    expect(answer.headers['content-disposition']).toBeUndefined();
  });
});

describe('columns of a file', () => {
  const edge = useService();

  beforeEach(() => void serveMixedPeriod(edge.upstream));

  it('come after those of the bill, in the order asked for', async () => {
    const { text } = await edge.ask('get', '/v1/usage.csv?columns=report_id,basis,period,date,rate_card').expect(200);
    expect(parseCsv(text.slice(BOM.length)).map((row) => row.slice(3))).toEqual([
      ['credits_used', 'report_id', 'basis', 'period', 'date', 'rate_card'],
      ['5.2', '', 'text', 'current', '2026-03-02', 'standard'],
      ['45', '7', 'report', 'current', '2026-03-03', 'standard'],
      ['2.55', '8', 'text_report_not_found', 'current', '2026-03-03', 'standard'],
      ['12.345', '9', 'report', 'current', '2026-03-03', 'standard'],
      ['2.1', '', 'text', 'current', '2026-03-06', 'standard'],
      ['1.05', '', 'text', 'current', '2026-03-04', 'standard'],
    ]);
  });

  it('has the date in the time zone asked for', async () => {
    const { text } = await edge.ask('get', '/v1/usage.csv?columns=date&time_zone=America/New_York').expect(200);
    expect(parseCsv(text.slice(BOM.length)).map((row) => row.at(-1))).toEqual([
      'date',
      '2026-03-02',
      '2026-03-02',
      '2026-03-03',
      '2026-03-03',
      '2026-03-05',
      '2026-03-04',
    ]);
  });

  it('are members of NDJSON, left out where there is no value', async () => {
    const { text } = await edge.ask('get', '/v1/usage.ndjson?columns=report_id,basis&message_id=3').expect(200);
    expect(text).toBe(
      '{"message_id":3,"timestamp":"2026-03-03t09:00:00.0000005z","credits_used":2.55,"report_id":8,' +
        '"basis":"text_report_not_found"}\n',
    );
    const without = await edge.ask('get', '/v1/usage.ndjson?columns=report_id,date&message_id=1').expect(200);
    expect(without.text).toBe(
      '{"message_id":1,"timestamp":"2026-03-02T08:00:00.000Z","credits_used":5.2,"date":"2026-03-02"}\n',
    );
  });

  it('are unknown to the bill itself, whose shape never changes', async () => {
    for (const path of ['/v1/usage?columns=date', '/v1/usage?format=csv&columns=date', '/usage?columns=date'])
      expect((await edge.ask('get', path)).status).toBe(400);
  });
});

describe('a file of a closed period', () => {
  const edge = useService({ change: withLedger(TWO_PERIODS) });

  it('never changes, and names its period and rate cards', async () => {
    const { headers, text } = await edge
      .ask('get', '/v1/usage.csv?period=2024-04-29&columns=period,rate_card')
      .expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'private, max-age=31536000, immutable',
      'content-disposition': 'attachment; filename="credit-usage_2024-04-29_2024-04-30.csv"',
    });
    expect(parseCsv(text.slice(BOM.length)).map((row) => row.slice(4))).toEqual([
      ['period', 'rate_card'],
      ['2024-04-29', 'standard'],
      ['2024-04-29', 'standard'],
      ['2024-04-29', 'standard'],
    ]);
  });
});

describe('GET /v1/usage.csv for a spreadsheet', () => {
  const edge = useService();

  it('begins with the bytes by which Excel knows UTF-8, and defuses what it would run', async () => {
    edge.upstream
      .on(MESSAGES, json(period(message({ id: 1, report_id: 1 }), message({ id: 2, report_id: 2 }))))
      .on('/reports/1', json(report({ id: 1, name: 'Précis' })))
      .on('/reports/2', json(report({ id: 2, name: '=HYPERLINK("a")' })));
    const answer = await edge
      .ask('get', '/v1/usage.csv')
      .buffer()
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    const bytes = answer.body as Buffer;
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(parseCsv(bytes.subarray(3).toString())).toEqual([
      HEADER.split(','),
      ['1', '2026-03-02T08:14:09.412Z', 'Précis', '45'],
      ['2', '2026-03-02T08:14:09.412Z', `'=HYPERLINK("a")`, '45'],
    ]);
  });
});
