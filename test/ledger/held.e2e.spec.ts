import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { apiKey, bearer } from '../support/keys.js';
import { LEDGER, listedPeriods } from '../support/ledger.js';
import { message, period } from '../support/period.js';
import { eventually } from '../support/polling.js';
import { useService } from '../support/use-service.js';

const KEY = bearer('key-of-finance');

describe('a reading that fits no period', () => {
  const service = useService({
    settings: {
      ledger: LEDGER,
      apiKeys: [apiKey('finance', 'key-of-finance', 'usage:read', 'ledger:write')],
    },
    fresh: true,
  });

  const serve = async (...messages: unknown[]): Promise<void> => {
    service.upstream.on(MESSAGES, json(period(...messages)));
    await service.ask('get', '/v1/usage').set(KEY).expect(200);
  };

  const held = async () => {
    const { body } = await service.ask('get', '/v1/readings?outcome=held').set(KEY).expect(200);
    return (body as { readings: { number: number; reason: string; messages: number }[] }).readings;
  };

  it('is held until somebody decides, and does then what they decided', async () => {
    await serve(message({ id: 1 }), message({ id: 2 }), message({ id: 3 }));
    await eventually('the first period', async () => (await listedPeriods(service, KEY)).length);
    await serve(message({ id: 7, timestamp: '2026-03-01T00:00:00Z' }));
    const [reading] = await eventually('a held reading', async () => {
      const readings = await held();
      return readings.length > 0 && readings;
    });
    expect(reading).toMatchObject({ reason: 'unrelated', messages: 1 });
    const { body } = await service
      .ask('post', `/v1/readings/${reading?.number}/decision`)
      .set(KEY)
      .send({ decision: 'same_period', reason: 'a late import' })
      .expect(200);
    expect(body).toMatchObject({ reading: reading?.number, decision: 'same_period', author: 'finance' });
    expect(await held()).toEqual([]);
    expect(await listedPeriods(service, KEY)).toEqual(['2026-03-02 open 4']);
  });
});
