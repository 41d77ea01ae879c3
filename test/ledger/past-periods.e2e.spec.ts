import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { eventuallyLists, LEDGER } from '../support/ledger.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const MARCH = period(
  message({ id: 1, timestamp: '2026-03-02T08:14:09.412Z', text: 'Who pays for the roof of the building?' }),
  message({ id: 2, timestamp: '2026-03-03T09:00:00+01:00', report_id: 7 }),
  message({ id: 2, timestamp: '2026-03-04T09:00:00.5Z', report_id: 8 }),
);
const APRIL = [
  message({ id: 11, timestamp: '2026-04-02T08:14:09.412Z' }),
  message({ id: 12, timestamp: '2026-04-03T08:14:09.412Z' }),
];

/** Every answer about a bill that does not depend on what comes later, by what is asked. */
const ASKED = [
  '/v1/usage',
  '/v1/usage?format=csv',
  '/v1/usage?sort=-credits_used&from=2026-03-03',
  '/v1/usage?limit=2',
  '/v1/usage/1/receipt',
  '/v1/usage/2/receipt?format=csv',
];

const ofPeriod = (path: string, id: string): string => `${path}${path.includes('?') ? '&' : '?'}period=${id}`;

describe('a period that upstream has dropped', () => {
  const service = useService({ settings: { ledger: LEDGER }, fresh: true });

  const serve = async (messages: unknown, ...listed: string[]): Promise<void> => {
    service.upstream.on(MESSAGES, json(messages));
    service.upstream.on('/reports/7', json(report({ credit_cost: 79.125 })));
    await service.ask('get', '/v1/usage').expect(200);
    await eventuallyLists(service, ...listed);
  };

  const answersFor = async (toPath = (path: string): string => path): Promise<string[]> => {
    const answers: string[] = [];
    for (const path of ASKED) answers.push((await service.ask('get', toPath(path)).expect(200)).text);
    return answers.map((text) => text.replace(/"next_cursor":"[^"]*"/, ''));
  };

  it('is answered as it was while it was there, byte for byte', async () => {
    await serve(MARCH, '2026-03-02 open 3');
    const before = await answersFor();
    await serve(period(...APRIL), '2026-04-02 open 2', '2026-03-02 grace 3');
    const inGrace = await answersFor((path) => ofPeriod(path, '2026-03-02'));
    await serve(
      period(...APRIL, message({ id: 13, timestamp: '2026-04-04T08:14:09.412Z' })),
      '2026-04-02 open 3',
      '2026-03-02 closed 3',
    );
    const closed = await answersFor((path) => ofPeriod(path, '2026-03-02'));
    expect(inGrace).toEqual(before);
    expect(closed).toEqual(before);
  });

  it('keeps its sums, with what was booked in it beside them', async () => {
    await serve(MARCH, '2026-03-02 open 3');
    const { body: current } = await service.ask('get', '/v1/usage/summary').expect(200);
    await serve(period(...APRIL), '2026-04-02 open 2', '2026-03-02 grace 3');
    const { body: past } = await service.ask('get', '/v1/usage/summary?period=2026-03-02').expect(200);
    expect(past).toEqual({ ...(current as object), adjustments: 0 });
  });
});
