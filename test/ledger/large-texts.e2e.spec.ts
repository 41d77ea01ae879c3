import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { eventuallyLists, LEDGER } from '../support/ledger.js';
import { message, period } from '../support/period.js';
import { useService } from '../support/use-service.js';

/** Texts of more than 4 Mi code units, which the service does not keep. */
const LARGE = Array.from({ length: 4_500 }, (_, index) =>
  message({ id: index + 1, timestamp: '2026-03-02T08:00:00Z', text: 'Who pays? '.repeat(100) }),
);
const APRIL = ['02', '03'].map((day, id) => message({ id: id + 11, timestamp: `2026-04-${day}T08:00:00Z` }));

describe('a period that is too large to keep its texts', () => {
  const service = useService({ settings: { ledger: LEDGER }, upstream: { maxBytes: 2 ** 24 }, fresh: true });

  const serve = async (messages: readonly unknown[], ...listed: string[]): Promise<void> => {
    service.upstream.on(MESSAGES, json(period(...messages)));
    await service.ask('get', '/v1/usage').expect(200);
    const asked = service.upstream.timesAsked(MESSAGES);
    await eventuallyLists(service, ...listed);
    expect(service.upstream.timesAsked(MESSAGES)).toBe(asked);
  };

  it('has in the ledger the receipt that it had upstream, without another download', async () => {
    await serve(LARGE, '2026-03-02 open 4500');
    const { text: before } = await service.ask('get', '/v1/usage/3/receipt?format=csv').expect(200);
    await serve(APRIL, '2026-04-02 open 2', '2026-03-02 grace 4500');
    const { text: after } = await service.ask('get', '/v1/usage/3/receipt?format=csv&period=2026-03-02').expect(200);
    expect(after).toBe(before);
  });
});
