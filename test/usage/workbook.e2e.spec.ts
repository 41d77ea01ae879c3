import { beforeEach, describe, expect, it } from '@jest/globals';
import { bytes, json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { withLedger } from '../support/memory-ledger.js';
import { serveMixedPeriod } from '../support/mixed-period.js';
import { message, period, report } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { notAcceptable } from '../support/refusals.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { useService } from '../support/use-service.js';
import { bytesOf, readSheets, type Sheets } from '../support/workbook.js';

const PATH = '/v1/usage.xlsx';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const at = (time: string): Date => new Date(time);
const rowsBelow = (head: string, rows: Sheets[string] = []) =>
  rows.slice(rows.findIndex(([cell]) => cell === head) + 1);

describe(`GET ${PATH}`, () => {
  const edge = useService();

  beforeEach(() => void serveMixedPeriod(edge.upstream));

  const sheetsOf = async (query = ''): Promise<Sheets> =>
    readSheets(await bytesOf(edge.ask('get', `${PATH}${query}`).expect(200)));

  it('has a summary by day and basis, the reports and the messages', async () => {
    expect(await sheetsOf()).toEqual({
      Summary: [
        ['Credit usage', null, null, null],
        ['Period', 'current, as the upstream has it', null, null],
        ['Digest (SHA-256)', 'none: the period is not closed', null, null],
        ['Messages', 'all', null, null],
        ['Time zone', 'UTC', null, null],
        ['Credits', 68.245, null, null],
        [null, null, null, null],
        ['Date (UTC)', 'Basis', 'Messages', 'Credits'],
        [at('2026-03-02T00:00Z'), 'text', 1, 5.2],
        [at('2026-03-03T00:00Z'), 'report', 2, 57.345],
        [at('2026-03-03T00:00Z'), 'text_report_not_found', 1, 2.55],
        [at('2026-03-04T00:00Z'), 'text', 1, 1.05],
        [at('2026-03-06T00:00Z'), 'text', 1, 2.1],
      ],
      Reports: [
        ['Report ID', 'Report', 'Basis', 'Messages', 'Credits a message', 'Credits'],
        [7, 'Lease Abstract', 'report', 1, 45, 45],
        [8, null, 'text_report_not_found', 1, null, 2.55],
        [9, 'Break Options', 'report', 1, 12.345, 12.345],
        [null, null, 'text', 3, null, 8.35],
      ],
      Messages: [
        ['Message ID', 'Time (UTC)', 'Date', 'Report ID', 'Report', 'Basis', 'Rate card', 'Credits'],
        [1, at('2026-03-02T08:00Z'), at('2026-03-02T00:00Z'), null, null, 'text', 'standard', 5.2],
        [2, at('2026-03-03T00:30Z'), at('2026-03-03T00:00Z'), 7, 'Lease Abstract', 'report', 'standard', 45],
        [3, at('2026-03-03T09:00Z'), at('2026-03-03T00:00Z'), 8, null, 'text_report_not_found', 'standard', 2.55],
        [4, at('2026-03-03T09:00Z'), at('2026-03-03T00:00Z'), 9, 'Break Options', 'report', 'standard', 12.345],
        [5, at('2026-03-06T00:00Z'), at('2026-03-06T00:00Z'), null, null, 'text', 'standard', 2.1],
        [6, at('2026-03-04T06:30Z'), at('2026-03-04T00:00Z'), null, null, 'text', 'standard', 1.05],
      ],
    });
  });

  it('shows times in the time zone asked for', async () => {
    const { Summary, Messages = [] } = await sheetsOf('?time_zone=America/New_York&message_id=5');
    expect(Messages[1]?.slice(1, 3)).toEqual([at('2026-03-05T19:00Z'), at('2026-03-05T00:00Z')]);
    expect(rowsBelow('Date (America/New_York)', Summary)).toEqual([[at('2026-03-05T00:00Z'), 'text', 1, 2.1]]);
  });

  it('says which messages it has', async () => {
    const { Summary = [] } = await sheetsOf('?basis=text&from=2026-03-01&min_credits=2&sort=credits_used');
    expect(Summary.slice(3, 6)).toEqual([
      ['Messages', 'from 2026-03-01, of the basis text, of 2 credits or more', null, null],
      ['Time zone', 'UTC', null, null],
      ['Credits', 7.3, null, null],
    ]);
  });

  it('has headers of a file, for HEAD too, and is not compressed again', async () => {
    const { headers } = await edge.ask('get', PATH).set('Accept-Encoding', 'gzip').expect(200);
    expect(headers).toMatchObject({
      'content-type': XLSX,
      'content-disposition': 'attachment; filename="credit-usage_2026-03-02_2026-03-06.xlsx"',
      'cache-control': 'private, no-cache',
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
    });
    expect(headers).not.toHaveProperty('content-encoding');
    const head = await edge.ask('head', PATH).expect(200);
    expect(head.headers['etag']).toBe(headers['etag']);
    await edge.ask('get', PATH).set('If-None-Match', String(headers['etag'])).expect(304);
  });

  it('has the same bytes as long as the bill is the same', async () => {
    const [one, other] = [await bytesOf(edge.ask('get', PATH)), await bytesOf(edge.ask('get', PATH))];
    expect(one.equals(other)).toBe(true);
  });

  it('has its heads alone if the period is empty', async () => {
    edge.upstream.on(MESSAGES, json(period()));
    const { Summary = [], Reports, Messages } = await sheetsOf();
    expect([Summary[5], rowsBelow('Date (UTC)', Summary), Reports?.length, Messages?.length]).toEqual([
      ['Credits', 0, null, null],
      [],
      1,
      1,
    ]);
  });

  it('has long amounts and ids as texts, and says so', async () => {
    const id = Number.MAX_SAFE_INTEGER;
    edge.upstream
      .on(MESSAGES, json(period(message({ id, report_id: 7 }), message({ id: 2, text: 'orbital latibro' }))))
      .on('/reports/7', bytes(JSON.stringify(report()).replace('45', '12345678901234567.05')));
    const { Summary = [], Messages = [] } = await sheetsOf();
    expect(Messages.map((row) => [row[0], row[7]])).toEqual([
      ['Message ID', 'Credits (text where more than 15 digits)'],
      [String(id), '12345678901234567.05'],
      [2, 2.1],
    ]);
    expect(Summary.slice(5, 8).map((row) => row.slice(0, 2))).toEqual([
      ['Credits, added up', null],
      ['Credits, exactly', '12345678901234569.15'],
      [null, 'Amounts of more than 15 digits are texts, which a sheet does not add up'],
    ]);
  });

  it('has texts of others as texts, and times that sheets do not know as they are written', async () => {
    const name = '=HYPERLINK("a") <b>&\u0001 Précis';
    edge.upstream
      .on(MESSAGES, json(period(message({ id: 1, report_id: 7, timestamp: '0001-01-01T00:00:00Z' }))))
      .on('/reports/7', json(report({ name })));
    const { Summary, Messages = [] } = await sheetsOf();
    expect(Messages[1]?.slice(1, 5)).toEqual(['0001-01-01T00:00:00Z', '0001-01-01', 7, name]);
    expect(rowsBelow('Date (UTC)', Summary)).toEqual([['0001-01-01', 'report', 1, 45]]);
  });

  it('takes the parameters of the bill, but neither a format nor columns', async () => {
    const statusOf = async (query: string) => (await edge.ask('get', `${PATH}?${query}`)).status;
    expect(await Promise.all(['limit=2', 'format=csv', 'columns=date', 'form=2026-03-02'].map(statusOf))).toEqual([
      200, 400, 400, 400,
    ]);
    expect(answered(await edge.ask('get', PATH).set('Accept', 'text/csv'))).toEqual(notAcceptable(PATH, XLSX));
  });

  it('is a problem, never half a file, if upstream fails', async () => {
    edge.upstream.on('/reports/9', status(503));
    const answer = await edge.ask('get', PATH);
    expect(answered(answer)).toEqual(problem('upstream-unavailable', 'GET /reports/9 answered 503 after 3 attempts'));
    expect(answer.headers).not.toHaveProperty('content-disposition');
  });
});

describe(`GET ${PATH}?period`, () => {
  const edge = useService({ change: withLedger(TWO_PERIODS) });

  it('names a closed period with its digest, and never changes', async () => {
    const asking = edge.ask('get', `${PATH}?period=2024-04-29`).expect('Cache-Control', /immutable/);
    const { Summary = [] } = await readSheets(await bytesOf(asking));
    expect(Summary.slice(1, 7).map((row) => row.slice(0, 2))).toEqual([
      ['Period', '2024-04-29, closed'],
      ['Digest (SHA-256)', '9f2c'.repeat(16)],
      ['Messages', 'all'],
      ['Time zone', 'UTC'],
      ['Credits', 86.75],
      ['Adjustments', expect.any(Number)],
    ]);
  });
});
