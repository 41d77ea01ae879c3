import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { eventuallyLists, LEDGER } from '../support/ledger.js';
import { message, period } from '../support/period.js';
import { eventually } from '../support/polling.js';
import { useService } from '../support/use-service.js';

const ofDays = (first: number, last: number): unknown[] =>
  Array.from({ length: last - first + 1 }, (_, index) =>
    message({ id: first + index, timestamp: `2026-03-${String(first + index).padStart(2, '0')}T08:00:00Z` }),
  );

describe('an upstream that sends the last days instead of a period', () => {
  const service = useService({ settings: { ledger: LEDGER } });

  it('is said to look so, in its period and in readiness', async () => {
    for (const [first, last] of [
      [1, 9],
      [2, 10],
      [3, 11],
      [4, 12],
    ] as const) {
      service.upstream.on(MESSAGES, json(period(...ofDays(first, last))));
      await service.ask('get', '/usage').expect(200);
      await eventuallyLists(service, `2026-03-01 open ${last}`);
    }
    const { body } = await service.ask('get', '/v1/periods/current').expect(200);
    expect(body).toMatchObject({ messages: 12, missing: 3, looks_like_window: true });
    // Readiness says so once the recorder has heard of its reading, which the list may tell before.
    const readiness = await eventually('a word in readiness', async () => {
      const { body: ready } = await service.ask('get', '/health/ready').expect(200);
      return ready.details.ledger.looksLikeWindow && ready;
    });
    expect(readiness).toMatchObject({ details: { ledger: { status: 'up', looksLikeWindow: true } } });
  });
});
