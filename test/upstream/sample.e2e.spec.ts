import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { credits, sum, toDecimal } from '../../src/pricing/index.js';
import type { UsageDto } from '../../src/usage/usage.dto.js';
import { type RunningService, startService } from '../support/service.js';
import { testSettings } from '../support/settings.js';

/** Node publishes every response that a client in this process receives, so this sees the actual calls. */
const ANSWER_CAME = 'http.client.response.finish';

describe('GET /usage of the sample period', () => {
  let service: RunningService;
  const callsByRequest: Record<string, number>[] = [];

  const listen = (message: unknown): void => {
    const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
    const calls = callsByRequest.at(-1);
    if (calls && /^\/(messages|reports)\//.test(request.path)) calls[request.path] = response.statusCode ?? 0;
  };

  const ask = async (): Promise<UsageDto> => {
    callsByRequest.push({});
    return (await service.http.get('/usage').expect(200)).body as UsageDto;
  };

  beforeAll(async () => {
    subscribe(ANSWER_CAME, listen);
    service = await startService(testSettings({ baseUrl: 'sample' }));
  });
  afterAll(async () => {
    await service.stop();
    unsubscribe(ANSWER_CAME, listen);
  });

  it('has 152 entries and comes to 3047.15 credits', async () => {
    const { usage } = await ask();
    expect(usage).toHaveLength(152);
    expect(new Set(usage.map(({ message_id }) => message_id)).size).toBe(152);
    expect(toDecimal(sum(usage.map(({ credits_used }) => credits(credits_used))))).toBe('3047.15');
  });

  it.each`
    what                                      | entry
    ${'a report'}                             | ${{ message_id: 2000, timestamp: '2026-03-02T08:14:09.412Z', report_name: 'Lease Abstract', credits_used: 45 }}
    ${'a report of half a credit'}            | ${{ message_id: 2003, timestamp: '2026-03-02T09:07:45.897Z', report_name: 'Break Option Calendar', credits_used: 12.5 }}
    ${'a question'}                           | ${{ message_id: 2001, timestamp: '2026-03-02T08:19:01.023Z', credits_used: 8.1 }}
    ${'a word of thanks, at the minimum'}     | ${{ message_id: 2005, timestamp: '2026-03-02T09:58:04.134Z', credits_used: 1 }}
    ${'a palindrome, twice its price'}        | ${{ message_id: 2145, timestamp: '2026-03-14T11:26:29.428Z', credits_used: 2 }}
    ${'a date that reads the same backwards'} | ${{ message_id: 2085, timestamp: '2026-03-09T14:03:08.185Z', credits_used: 3 }}
    ${'an empty message'}                     | ${{ message_id: 2138, timestamp: '2026-03-13T12:10:11.278Z', credits_used: 1 }}
  `('bills $what', async ({ entry }) => {
    expect((await ask()).usage).toContainEqual(entry);
  });

  it('prices messages by text, without a report name, if the report is deleted', async () => {
    const deleted = new Set([2019, 2039, 2051, 2087, 2108, 2124, 2134]);
    const { usage } = await ask();
    expect(usage.filter(({ message_id }) => deleted.has(message_id))).toEqual([
      { message_id: 2019, timestamp: '2026-03-03T10:30:57.105Z', credits_used: 10.5 },
      { message_id: 2039, timestamp: '2026-03-04T15:07:15.060Z', credits_used: 6.5 },
      { message_id: 2051, timestamp: '2026-03-05T12:47:46.700Z', credits_used: 8.65 },
      { message_id: 2087, timestamp: '2026-03-09T16:33:53.944Z', credits_used: 5.4 },
      { message_id: 2108, timestamp: '2026-03-11T10:18:01.360Z', credits_used: 10.1 },
      { message_id: 2124, timestamp: '2026-03-12T14:09:49.750Z', credits_used: 7.4 },
      { message_id: 2134, timestamp: '2026-03-13T10:06:57.953Z', credits_used: 6.3 },
    ]);
  });

  it('asks upstream to confirm every copy, and receives none twice', async () => {
    await ask();
    const bill = await ask();
    expect(callsByRequest.at(-1)).toEqual({
      '/messages/current-period': 304,
      '/reports/6101': 304,
      '/reports/6117': 304,
      '/reports/6148': 304,
      '/reports/6203': 304,
      '/reports/6239': 304,
      '/reports/6264': 304,
      '/reports/6155': 404,
      '/reports/6220': 404,
    });
    expect(await ask()).toEqual(bill);
  });
});
