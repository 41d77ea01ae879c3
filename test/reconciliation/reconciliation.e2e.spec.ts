import { describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { eventuallyLists, LEDGER, listedPeriods } from '../support/ledger.js';
import { message, period } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { useService } from '../support/use-service.js';

const APRIL = '2026-04-02';
const ask = { timestamp: `${APRIL}T08:00:00Z`, text: 'aaa' };
const FIRST = message({ id: 1, ...ask });
const SECOND = message({ id: 2, ...ask, timestamp: `${APRIL}T09:00:00Z` });
const THIRD = message({ id: 3, ...ask, timestamp: `${APRIL}T10:00:00Z` });
const NEXT = message({ id: 11, text: 'aba', timestamp: '2026-05-02T08:00:00Z' });
const NONE = { messages: 0, credits: 0, message_ids: [] };
const NOTHING = { missing: NONE, added: NONE, changed: NONE, carried: NONE };

describe('GET /v1/reconciliation', () => {
  const service = useService({ settings: { ledger: LEDGER }, fresh: true });

  const serve = (...messages: unknown[]) => service.upstream.on(MESSAGES, json(period(...messages)));
  const reconciled = async (): Promise<unknown> => {
    const { body, headers } = await service.ask('get', '/v1/reconciliation').expect(200);
    expect(headers['cache-control']).toBe('no-store');
    return body;
  };
  const keep = async (...messages: unknown[]): Promise<void> => {
    serve(...messages);
    await service.ask('get', '/v1/usage').expect(200);
    await eventuallyLists(service, `${APRIL} open ${messages.length}`);
  };

  it('says equal where message for message is the same', async () => {
    await keep(FIRST, SECOND);
    expect(await reconciled()).toEqual({
      verdict: 'equal',
      upstream: { messages: 2, credits_used: 4, is: 'same_period' },
      ledger: { period: APRIL, messages: 2, credits_used: 4 },
      difference: { credits: 0, ...NOTHING },
    });
  });

  it('explains what is missing, which stays billed, by its ids', async () => {
    await keep(FIRST, SECOND, THIRD);
    serve(FIRST, SECOND);
    const explained = {
      verdict: 'explained',
      upstream: { messages: 2, credits_used: 4, is: 'same_period' },
      ledger: { period: APRIL, messages: 3, credits_used: 6 },
      difference: { credits: 2, ...NOTHING, missing: { messages: 1, credits: 2, message_ids: [3] } },
    };
    expect(await reconciled()).toEqual(explained);
    await service.ask('get', '/v1/usage').expect(200);
    expect(await reconciled()).toEqual(explained);
  });

  it('says unrelated, and records nothing, where upstream has gone on to the next period', async () => {
    await keep(FIRST);
    serve(NEXT);
    expect(await reconciled()).toEqual({
      verdict: 'unrelated',
      upstream: { messages: 1, credits_used: 2, is: 'next_period' },
      ledger: { period: APRIL, messages: 1, credits_used: 2 },
      difference: {
        credits: 0,
        ...NOTHING,
        missing: { messages: 1, credits: 2, message_ids: [1] },
        added: { messages: 1, credits: -2, message_ids: [11] },
      },
    });
    expect(await listedPeriods(service)).toEqual([`${APRIL} open 1`]);
  });

  it('answers several that ask at once', async () => {
    await keep(FIRST, SECOND);
    const answers = await Promise.all(Array.from({ length: 5 }, reconciled));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('fails as the bill does where upstream cannot be read', async () => {
    service.upstream.on(MESSAGES, status(403));
    expect(answered(await service.ask('get', '/v1/reconciliation'))).toEqual(
      problem('upstream-unavailable', 'GET /messages/current-period answered 403'),
    );
  });
});

describe('GET /v1/reconciliation of a service without a ledger', () => {
  const service = useService();

  it('is a 404 that says how to keep one', async () => {
    expect(answered(await service.ask('get', '/v1/reconciliation'))).toEqual(
      problem(
        'no-ledger',
        'This service keeps no past periods: set LEDGER_URL, such as file:./data/ledger.db, to keep them',
      ),
    );
  });
});
