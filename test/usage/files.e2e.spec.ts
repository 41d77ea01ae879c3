import { beforeEach, describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { parseCsv } from '../support/csv.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { CSV_HEADER as HEADER, entriesOf, MIXED_CSV, MIXED_NDJSON, serveMixedPeriod } from '../support/mixed-period.js';
import { message, period, report } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { notAcceptable } from '../support/refusals.js';

const BODIES = { csv: MIXED_CSV, ndjson: MIXED_NDJSON, json: JSON.stringify({ usage: entriesOf(1, 2, 3, 4, 5, 6) }) };

const HEADERS = {
  csv: { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="credit-usage.csv"' },
  ndjson: { type: 'application/x-ndjson', disposition: 'attachment; filename="credit-usage.ndjson"' },
  json: { type: 'application/json; charset=utf-8', disposition: undefined },
} as const;

type Format = keyof typeof BODIES;

describe('GET /v1/usage as a file', () => {
  const edge = useService();

  const get = (query: string, accept?: string, method: 'get' | 'head' = 'get') => {
    const asking = edge.ask(method, `/v1/usage?${query}`);
    return accept === undefined ? asking : asking.set('Accept', accept);
  };

  const headersOf = async (asking: ReturnType<typeof get>) => {
    const { headers } = await asking.expect(200);
    const { 'content-type': type, 'content-disposition': disposition, vary, 'cache-control': cache } = headers;
    return { type, disposition, vary, cache };
  };

  const headersOfFormat = (format: Format) => ({
    ...HEADERS[format],
    vary: 'Accept, Accept-Encoding',
    cache: 'private, no-cache',
  });

  beforeEach(() => void serveMixedPeriod(edge.upstream));

  it.each<{ query: string; accept?: string; format: Format }>`
    query              | accept                                               | format
    ${''}              | ${undefined}                                         | ${'json'}
    ${''}              | ${''}                                                | ${'json'}
    ${''}              | ${'*/*'}                                             | ${'json'}
    ${''}              | ${'application/*'}                                   | ${'json'}
    ${''}              | ${'application/json'}                                | ${'json'}
    ${''}              | ${'application/json; charset=utf-8'}                 | ${'json'}
    ${''}              | ${'text/html,application/xhtml+xml,*/*;q=0.8'}       | ${'json'}
    ${''}              | ${'text/csv'}                                        | ${'csv'}
    ${''}              | ${'TEXT/CSV'}                                        | ${'csv'}
    ${''}              | ${'text/*'}                                          | ${'csv'}
    ${''}              | ${'text/csv; charset=utf-8'}                         | ${'csv'}
    ${''}              | ${'text/csv;q=0.5, application/json;q=0.9'}          | ${'json'}
    ${''}              | ${'text/csv;q=0.9, application/json;q=0.5'}          | ${'csv'}
    ${''}              | ${'text/csv, application/json'}                      | ${'csv'}
    ${''}              | ${'application/xml, text/csv;q=0.1'}                 | ${'csv'}
    ${''}              | ${'*/*, application/json;q=0'}                       | ${'csv'}
    ${''}              | ${'application/x-ndjson'}                            | ${'ndjson'}
    ${''}              | ${'application/x-ndjson, text/csv;q=0.9, */*;q=0.1'} | ${'ndjson'}
    ${'format=csv'}    | ${undefined}                                         | ${'csv'}
    ${'format=csv'}    | ${'application/json'}                                | ${'csv'}
    ${'format=csv'}    | ${'application/xml'}                                 | ${'csv'}
    ${'format=ndjson'} | ${'text/csv'}                                        | ${'ndjson'}
    ${'format=json'}   | ${'text/csv'}                                        | ${'json'}
  `('is $format for ?$query and Accept: $accept', async ({ query, accept, format }) => {
    expect((await get(query, accept).expect(200)).text).toBe(BODIES[format]);
    expect(await headersOf(get(query, accept))).toEqual(headersOfFormat(format));
  });

  it.each(['text/html', 'application/xml', 'application/vnd.ms-excel', 'text/csv;q=0', 'image/*'])(
    'is refused if the client accepts only %s, before upstream is asked',
    async (accept) => {
      const answer = await get('', accept);
      const offered = ['application/json', 'text/csv', 'application/x-ndjson'];
      expect(answered(answer)).toEqual(notAcceptable('/v1/usage', ...offered));
      expect(answer.headers).toMatchObject({ vary: 'Accept' });
      expect(edge.upstream.asked).toEqual([]);
    },
  );

  it.each<{ format: Format }>([{ format: 'csv' }, { format: 'ndjson' }, { format: 'json' }])(
    'has the same headers and no body for HEAD: $format',
    async ({ format }) => {
      expect(await headersOf(get(`format=${format}`, undefined, 'head'))).toEqual(headersOfFormat(format));
      expect((await get(`format=${format}`, undefined, 'head')).text ?? '').toBe('');
    },
  );

  it('applies filters, order and limit', async () => {
    const query = 'min_credits=2&basis=text&sort=credits_used';
    expect((await get(`${query}&format=csv`)).text).toBe(
      `${HEADER}\r\n5,2026-03-06T00:00:00Z,,2.1\r\n1,2026-03-02T08:00:00.000Z,,5.2\r\n`,
    );
    expect((await get(`${query}&limit=1&format=csv`)).text).toBe(`${HEADER}\r\n5,2026-03-06T00:00:00Z,,2.1\r\n`);
    expect((await get(`${query}&limit=1&format=ndjson`)).text).toBe(`${JSON.stringify(entriesOf(5)[0])}\n`);
  });

  it('has only a header line, or nothing, if the period is empty', async () => {
    edge.upstream.on(MESSAGES, json(period()));
    expect((await get('format=csv')).text).toBe(`${HEADER}\r\n`);
    expect((await get('format=ndjson')).text).toBe('');
  });

  it('has every report name, and none that a spreadsheet would run', async () => {
    const names = [
      '=1+1',
      '+1',
      '-1',
      '@A1',
      '\t=1',
      '\r=1',
      'Rent, 2026',
      'The "Lease"',
      'a\r\nb',
      'a\nb',
      'Café 🏠',
      '"',
    ];
    edge.upstream.on(MESSAGES, json(period(...names.map((_, id) => message({ id, report_id: id })))));
    for (const [id, name] of names.entries()) edge.upstream.on(`/reports/${id}`, json(report({ id, name })));
    const rows = parseCsv((await get('format=csv')).text);
    expect(rows).toEqual([
      HEADER.split(','),
      ...names.map((name, id) => [
        String(id),
        '2026-03-02T08:14:09.412Z',
        id < 6 ? `'${name.replace(/(?<=[\t\r])=/, "'=")}` : name,
        '45',
      ]),
    ]);
  });

  it.each([MESSAGES, '/reports/9'])('is a problem, never half a file, if upstream fails at %s', async (path) => {
    edge.upstream.on(path, status(503));
    for (const accept of ['text/csv', 'application/x-ndjson']) {
      const answer = await get('', accept);
      expect(answered(answer)).toEqual(problem('upstream-unavailable', `GET ${path} answered 503 after 3 attempts`));
      expect(answer.headers['content-disposition']).toBeUndefined();
    }
  });
});
