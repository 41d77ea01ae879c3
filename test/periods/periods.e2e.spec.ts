import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { LedgerUnavailableError } from '../../src/billing/ledger.errors.js';
import { PastPeriods } from '../../src/billing/past-periods.js';
import { EXAMPLES } from '../../src/openapi/examples.js';
import { sha256 } from '../support/kept-period.js';
import { withLedger } from '../support/memory-ledger.js';
import { answered, problem } from '../support/problem-document.js';
import { SEALED_CSV, TWO_PERIODS } from '../support/two-periods.js';
import { expectConfirmed, getUndecoded } from '../support/undecoded.js';
import { BILL, useService } from '../support/use-service.js';

const IMMUTABLE = 'private, max-age=31536000, immutable';

const ROUTES = ['', '/2024-04-29', '/2024-04-29/changes', '/2024-04-29/sealed'].map((path) => `/v1/periods${path}`);

const NO_LEDGER = problem(
  'no-ledger',
  'This service keeps no past periods: set LEDGER_URL, such as file:./data/ledger.db, to keep them',
);

const digestOf = (bytes: string | Buffer): string => `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`;

describe('GET /v1/periods', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  const ids = (body: unknown): string[] => (body as { periods: { id: string }[] }).periods.map(({ id }) => id);

  it('lists the periods, newest first, and leaves out what a period does not have yet', async () => {
    const { body, headers } = await service.ask('get', '/v1/periods').expect(200);
    expect(body).toEqual(EXAMPLES['GET /v1/periods']?.answer);
    expect(ids(body)).toEqual(['2024-05-05', '2024-04-29']);
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('has pages', async () => {
    const first = await service.ask('get', '/v1/periods?limit=1').expect(200);
    const { next_cursor } = first.body as { next_cursor: string };
    const last = await service.ask('get', `/v1/periods?limit=1&cursor=${next_cursor}`).expect(200);
    expect([ids(first.body), ids(last.body)]).toEqual([['2024-05-05'], ['2024-04-29']]);
    expect(last.body).not.toHaveProperty('next_cursor');
  });

  it('refuses a cursor that it did not give', async () => {
    const reason = 'is not a cursor of this route';
    expect(answered(await service.ask('get', '/v1/periods?cursor=abc'))).toEqual(
      problem('invalid-request', `cursor ${reason}`, [{ field: 'cursor', reason }]),
    );
  });

  it.each(['2024-04-29', 'current'])('has a period with its history: %s', async (id) => {
    const { body } = await service.ask('get', `/v1/periods/${id}`).expect(200);
    expect(body).toEqual(EXAMPLES[`GET /v1/periods/${id}`]?.answer);
  });

  it.each(['', '/changes', '/sealed'])('refuses an id that is none: /v1/periods/2024-4%s', async (path) => {
    const reason = 'must be current or the id of a period, such as 2024-04-29';
    expect(answered(await service.ask('get', `/v1/periods/2024-4${path}`))).toEqual(
      problem('invalid-request', `id ${reason}`, [{ field: 'id', reason }]),
    );
  });

  it.each(['', '/changes', '/sealed'])('names the newest for a period that is unknown: %s', async (path) => {
    expect(answered(await service.ask('get', `/v1/periods/2023-01-01.2${path}`))).toEqual(
      problem('not-found', 'There is no period 2023-01-01.2: the newest are 2024-05-05, 2024-04-29'),
    );
  });

  it('has no other method than GET and HEAD', async () => {
    await service.ask('head', '/v1/periods/current').expect(200);
    const answer = await service.ask('delete', '/v1/periods/current');
    expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });
});

describe('GET /v1/periods/{id}/changes', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  it.each<{ after: string; lines: string[] }>`
    after          | lines
    ${''}          | ${['{"reading":1,"at":"2024-04-29T03:00:00.000Z","added":1,"changed":0,"missing":0,"back":0}', '{"op":"added","message_id":1000,"nth":0,"credits_used":{"now":2.35}}', '{"next":1}']}
    ${'?after=1'}  | ${['{"reading":12,"at":"2024-04-30T08:00:10.000Z","added":0,"changed":1,"missing":0,"back":0}', '{"op":"changed","message_id":1000,"nth":0,"credits_used":{"was":2.35,"now":5.2},"cause":"edited"}', '{"next":12}']}
    ${'?after=12'} | ${['{"next":12}']}
  `('says what each reading changed, and where to go on: $after', async ({ after, lines }) => {
    const { response, body } = await getUndecoded(service, `/v1/periods/2024-04-29/changes${after}`);
    expect(response.headers['content-type']).toBe('application/x-ndjson');
    expect(String(body)).toBe(lines.map((line) => `${line}\n`).join(''));
  });
});

describe('GET /v1/periods/{id}/sealed', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });
  const SEALED = '/v1/periods/2024-04-29/sealed';

  it.each<{ accepts: string; etag: string; encoding: string | undefined; sent: string | Buffer }>`
    accepts       | etag                              | encoding     | sent
    ${'gzip'}     | ${`"${sha256(SEALED_CSV)}-gzip"`} | ${'gzip'}    | ${gzipSync(SEALED_CSV)}
    ${'identity'} | ${`"${sha256(SEALED_CSV)}"`}      | ${undefined} | ${SEALED_CSV}
  `('sends the bytes as they were sealed, for ever: $accepts', async ({ accepts, etag, encoding, sent }) => {
    const { response, body } = await getUndecoded(service, SEALED, { 'Accept-Encoding': accepts });
    expect(body.equals(Buffer.from(sent))).toBe(true);
    expect(response.headers).toMatchObject({
      etag,
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': IMMUTABLE,
      'content-digest': digestOf(sent),
      vary: 'Accept-Encoding',
    });
    expect(response.headers['content-encoding']).toBe(encoding);
    await expectConfirmed(service, SEALED, etag);
  });

  it('has no digest of a body that is not sent', async () => {
    const { headers } = await service.ask('head', SEALED).expect(200);
    expect(headers).not.toHaveProperty('content-digest');
  });

  it('is not there while the period is open', async () => {
    expect(answered(await service.ask('get', '/v1/periods/current/sealed'))).toEqual(
      problem('period-not-closed', 'The period 2024-05-05 is not closed yet: it is sealed when it closes'),
    );
  });

  it('is CSV only', async () => {
    expect((await service.ask('get', SEALED).set('Accept', 'application/json')).status).toBe(406);
  });
});

describe('the periods of a service without a ledger', () => {
  const service = useService();

  it.each(ROUTES)('are a 404 that says how to keep them: %s', async (path) => {
    expect(answered(await service.ask('get', path))).toEqual(NO_LEDGER);
  });
});

describe('the periods of a ledger that is down', () => {
  const down = (): Promise<never> => Promise.reject(new LedgerUnavailableError('The ledger is locked'));
  const service = useService({
    change: (module) =>
      module
        .overrideProvider(PastPeriods)
        .useValue({ list: down, find: down, changes: down, sealed: down, bill: down, adjustments: down }),
  });

  it.each([...ROUTES, '/v1/usage?period=2024-04-29', '/v1/adjustments'])('are a 503: %s', async (path) => {
    expect(answered(await service.ask('get', path))).toEqual(problem('ledger-unavailable', 'The ledger is locked'));
  });

  it('take nothing from the bill', async () => {
    expect((await service.ask('get', '/v1/usage?period=current').expect(200)).body).toEqual(BILL);
  });
});
