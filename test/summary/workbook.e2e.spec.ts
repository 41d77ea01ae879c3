import { beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { serveMixedPeriod } from '../support/mixed-period.js';
import { period } from '../support/period.js';
import { useService } from '../support/use-service.js';
import { bytesOf, readSheets } from '../support/workbook.js';

const PATH = '/v1/usage/summary.xlsx';

const at = (time: string): Date => new Date(time);

describe(`GET ${PATH}`, () => {
  const edge = useService();

  beforeEach(() => void serveMixedPeriod(edge.upstream));

  const rowsOf = async (query = '') => {
    const { Summary = [] } = await readSheets(await bytesOf(edge.ask('get', `${PATH}${query}`).expect(200)));
    return Summary;
  };

  it('has what it is of, and a row for each window', async () => {
    expect(await rowsOf()).toEqual([
      ['Credit usage', null, null, null],
      ['Period', 'current, as the upstream has it', null, null],
      ['Digest (SHA-256)', 'none: the period is not closed', null, null],
      ['Messages', 'all', null, null],
      ['Time zone', 'UTC', null, null],
      ['Credits', 68.245, null, null],
      [null, null, null, null],
      ['From (UTC)', 'To, exclusive', 'Messages', 'Credits'],
      [at('2026-03-02T00:00Z'), at('2026-03-03T00:00Z'), 1, 5.2],
      [at('2026-03-03T00:00Z'), at('2026-03-04T00:00Z'), 3, 59.895],
      [at('2026-03-04T00:00Z'), at('2026-03-05T00:00Z'), 1, 1.05],
      [at('2026-03-05T00:00Z'), at('2026-03-06T00:00Z'), 0, 0],
      [at('2026-03-06T00:00Z'), at('2026-03-07T00:00Z'), 1, 2.1],
    ]);
  });

  it('has columns for its groupings', async () => {
    const rows = await rowsOf('?granularity=P1M&group_by=report,basis&time_zone=Europe/Berlin');
    expect(rows.slice(7)).toEqual([
      ['From (Europe/Berlin)', 'To, exclusive', 'Report ID', 'Report', 'Basis', 'Messages', 'Credits'],
      ...[
        [null, null, 'text', 3, 8.35],
        [7, 'Lease Abstract', 'report', 1, 45],
        [9, 'Break Options', 'report', 1, 12.345],
        [8, null, 'text_report_not_found', 1, 2.55],
      ].map((row) => [at('2026-03-01T00:00Z'), at('2026-04-01T00:00Z'), ...row]),
    ]);
  });

  it('has hours, and windows that the query cuts off, with their local times', async () => {
    const rows = await rowsOf('?from=2026-03-06T00:30:00%2B01:00&time_zone=Europe/Berlin');
    expect(rows.at(-1)?.slice(0, 2)).toEqual([at('2026-03-06T00:30Z'), at('2026-03-07T00:00Z')]);
    const hours = await rowsOf('?granularity=PT1H&message_id=6');
    expect(hours.at(-1)?.slice(0, 2)).toEqual([at('2026-03-04T06:00Z'), at('2026-03-04T07:00Z')]);
  });

  it('has its head alone if the period is empty', async () => {
    edge.upstream.on(MESSAGES, json(period()));
    expect((await rowsOf()).slice(5)).toEqual([
      ['Credits', 0, null, null],
      [null, null, null, null],
      ['From (UTC)', 'To, exclusive', 'Messages', 'Credits'],
    ]);
  });

  it('has headers of a file, for HEAD and as a 304 too', async () => {
    const { headers } = await edge.ask('get', PATH).set('Accept-Encoding', 'gzip').expect(200);
    expect(headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="credit-usage-summary_2026-03-02_2026-03-06_P1D.xlsx"',
      'cache-control': 'private, no-cache',
      'content-length': expect.stringMatching(/^\d+$/),
    });
    expect(headers).not.toHaveProperty('content-encoding');
    const head = await edge.ask('head', PATH).expect(200);
    expect({ ...head.headers, date: '' }).toEqual({ ...headers, date: '' });
    await edge.ask('get', PATH).set('If-None-Match', String(headers['etag'])).expect(304);
  });
});
