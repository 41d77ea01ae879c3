import { describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { eventuallyLists, LEDGER } from '../support/ledger.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const FIRST = message({ id: 1, report_id: 7 });
const SECOND = message({ id: 2, report_id: 8 });
const THIRD = message({ id: 3 });

describe('a reading of which a report cannot be looked up', () => {
  const service = useService({ settings: { ledger: LEDGER }, fresh: true });

  const serve = async (code: number, ...messages: unknown[]): Promise<void> => {
    service.upstream.on(MESSAGES, json(period(...messages)));
    await service.ask('get', '/usage').expect(code);
  };
  const current = async (): Promise<unknown> => (await service.ask('get', '/v1/periods/current').expect(200)).body;

  it('is not written, nor is what else it had', async () => {
    service.upstream.on('/reports/7', json(report()));
    await serve(200, FIRST);
    await eventuallyLists(service, '2026-03-02 open 1');
    service.upstream.on('/reports/8', status(500));
    await serve(500, FIRST, SECOND, THIRD);
    service.upstream.on('/reports/8', json(report({ id: 8 })));
    await serve(200, FIRST, SECOND);
    await eventuallyLists(service, '2026-03-02 open 2');
    expect(await current()).toMatchObject({ readings: { applied: 2, last_number: 2 }, messages: 2, missing: 0 });
  });

  it('is written where the report does not exist, which is an answer', async () => {
    await serve(200, FIRST);
    await eventuallyLists(service, '2026-03-02 open 1');
    service.upstream.on('/reports/7', json(report()));
    await serve(200, FIRST, SECOND);
    await eventuallyLists(service, '2026-03-02 open 2');
    expect(await current()).toMatchObject({ changes: { report_changed: 1 }, credits_used: expect.any(Number) });
  });
});
