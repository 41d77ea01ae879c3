import { describe, expect, it } from '@jest/globals';
import { BY_TEXT } from '../support/explained-prices.js';
import { withLedger } from '../support/memory-ledger.js';
import { answered, problem } from '../support/problem-document.js';
import { closedPeriod, TWO_PERIODS } from '../support/two-periods.js';
import { BILL, useService } from '../support/use-service.js';

const ENTRIES = [
  { message_id: 1000, timestamp: '2024-04-29T02:08:29.375Z', credits_used: 5.2 },
  { message_id: 1001, timestamp: '2024-04-30T08:00:00Z', report_name: 'Lease Abstract', credits_used: 79 },
  { message_id: 1001, timestamp: '2024-05-01T01:30:00+05:30', credits_used: 2.55 },
];

const TEXTS_NOT_KEPT = problem(
  'texts-not-kept',
  'The texts of the period 2024-04-29 are not kept, so no other rate card can price them (LEDGER_TEXTS)',
);

describe('GET /v1/usage?period', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  it.each<{ query: string; entries: unknown[] }>`
    query                          | entries
    ${''}                          | ${ENTRIES}
    ${'&message_id=1001&limit=10'} | ${ENTRIES.slice(1)}
    ${'&sort=-credits_used'}       | ${[ENTRIES[1], ENTRIES[0], ENTRIES[2]]}
    ${'&basis=report'}             | ${[ENTRIES[1]]}
  `('bills a past period without asking upstream: $query', async ({ query, entries }) => {
    const { body, headers } = await service.ask('get', `/v1/usage?period=2024-04-29${query}`).expect(200);
    expect(body).toEqual({ usage: entries });
    expect(headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect(service.upstream.asked).toEqual([]);
  });

  it.each(['/usage?period=2024-04-29', '/v1/usage?period=2024-04-29&format=csv'])(
    'confirms what never changes: %s',
    async (path) => {
      const { headers } = await service.ask('get', path).expect(200);
      const { status } = await service.ask('get', path).set('If-None-Match', String(headers['etag']));
      expect(status).toBe(304);
    },
  );

  it('asks to be confirmed while the period is open', async () => {
    const { headers } = await service.ask('get', '/v1/usage?period=2024-05-05').expect(200);
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('is the bill that upstream has for the current period, byte for byte', async () => {
    const current = await service.ask('get', '/v1/usage?period=current').expect(200);
    const bare = await service.ask('get', '/v1/usage').expect(200);
    expect(current.body).toEqual(BILL);
    expect([current.text, current.headers['etag']]).toEqual([bare.text, bare.headers['etag']]);
  });

  it('has pages, whose cursors are of no other period', async () => {
    const first = await service.ask('get', '/v1/usage?period=2024-04-29&limit=2').expect(200);
    const { next_cursor } = first.body as { next_cursor: string };
    const last = await service.ask('get', `/v1/usage?period=2024-04-29&limit=2&cursor=${next_cursor}`).expect(200);
    expect(last.body).toEqual({ usage: ENTRIES.slice(2) });
    expect(answered(await service.ask('get', `/v1/usage?limit=2&cursor=${next_cursor}`))).toEqual(
      problem('bill-changed', 'The bill has changed since this cursor was made: start again without cursor'),
    );
  });

  it.each(['usage', 'usage/summary', 'usage/1000/receipt', 'usage/comparison'])(
    'refuses what is no id: /v1/%s',
    async (path) => {
      const reason = 'must be current or the id of a period, such as 2024-04-29';
      expect(answered(await service.ask('get', `/v1/${path}?period=April&candidate=standard`)).body).toMatchObject({
        status: 400,
        errors: expect.arrayContaining([{ field: 'period', reason }]),
      });
    },
  );

  it.each(['usage', 'usage/summary'])('names the newest for one that is unknown: /v1/%s', async (path) => {
    expect(answered(await service.ask('get', `/v1/${path}?period=2023-01-01`))).toEqual(
      problem('not-found', 'There is no period 2023-01-01: the newest are 2024-05-05, 2024-04-29'),
    );
  });
});

describe('GET /v1/usage/summary?period', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  it('has the adjustments that are booked in the period beside its totals, whatever the filters', async () => {
    const { body } = await service.ask('get', '/v1/usage/summary?period=2024-05-05&min_credits=50').expect(200);
    expect(body).toMatchObject({ totals: { credits_used: 0, messages: 0 }, adjustments: -3.2 });
  });

  it('has none for what upstream has now', async () => {
    const { body } = await service.ask('get', '/v1/usage/summary?period=current').expect(200);
    expect(body).not.toHaveProperty('adjustments');
  });
});

describe('GET /v1/usage/{message_id}/receipt?period', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  it('has the lines that were charged', async () => {
    const { body, headers } = await service.ask('get', '/v1/usage/1002/receipt?period=2024-05-05').expect(200);
    expect(body).toEqual({ message_id: 1002, timestamp: '2024-05-05T08:00:00Z', ...BY_TEXT.aba });
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('has a receipt for each message of the id', async () => {
    const { body } = await service.ask('get', '/v1/usage/1001/receipt?period=2024-04-29').expect(200);
    expect(body).toMatchObject({
      receipts: [
        { basis: 'report', credits_used: 79 },
        { basis: 'text', credits_used: 2.55 },
      ],
    });
  });

  it('names the period that has no such message', async () => {
    expect(answered(await service.ask('get', '/v1/usage/5/receipt?period=2024-04-29'))).toEqual(
      problem('not-found', 'The period 2024-04-29 has no message 5'),
    );
  });

  it('is as charged by the card that priced it, and needs the text for another', async () => {
    await service.ask('get', '/v1/usage/1000/receipt?period=2024-04-29&rate_card=standard').expect(200);
    expect(
      answered(await service.ask('get', '/v1/usage/1000/receipt?period=2024-04-29&rate_card=token-estimate')),
    ).toEqual(TEXTS_NOT_KEPT);
  });
});

describe('GET /v1/usage/comparison?period', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  it('needs the texts', async () => {
    expect(
      answered(await service.ask('get', '/v1/usage/comparison?period=2024-04-29&candidate=token-estimate')),
    ).toEqual(TEXTS_NOT_KEPT);
  });
});

describe('a past period whose texts are kept', () => {
  const service = useService({
    settings: { receiptText: true },
    change: withLedger({ periods: [closedPeriod({ keepsTexts: true })] }),
  });

  it('is compared with another rate card', async () => {
    const { body } = await service
      .ask('get', '/v1/usage/comparison?period=2024-04-29&candidate=token-estimate')
      .expect(200);
    expect(body).toMatchObject({ baseline: { id: 'standard' }, totals: { baseline: 86.75 } });
  });

  it('has receipts by another rate card, with the text', async () => {
    const { body, headers } = await service
      .ask('get', '/v1/usage/1000/receipt?period=2024-04-29&rate_card=token-estimate')
      .expect(200);
    expect(body).toMatchObject({
      rate_card: { id: 'token-estimate' },
      text: 'Are there any restrictions on alterations or improvements?',
    });
    expect(headers['cache-control']).toBe('no-store');
  });
});
