import { describe, expect, it } from '@jest/globals';
import { LedgerUnavailableError } from '../../src/billing/ledger.errors.js';
import { PastPeriods } from '../../src/billing/past-periods.js';
import { json } from '../support/answers.js';
import { BY_TEXT } from '../support/explained-prices.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { useService } from '../support/use-service.js';

const RECEIPT = '/v1/usage/1000/receipt';

describe('GET /v1/usage/{message_id}/receipt while the ledger is down', () => {
  const down = (): Promise<never> => Promise.reject(new LedgerUnavailableError('The ledger is locked'));
  const service = useService({
    change: (module) => module.overrideProvider(PastPeriods).useValue({ adjustments: down }),
  });

  it('explains the price, and says that adjustments may be missing', async () => {
    service.upstream.on(MESSAGES, json(period(message({ text: 'aba' }))));
    expect((await service.ask('get', RECEIPT).expect(200)).body).toMatchObject({
      ...BY_TEXT['aba'],
      adjustments_unknown: true,
    });
    expect((await service.ask('get', `${RECEIPT}?format=text`).expect(200)).text).toMatch(
      /\n- Adjustments cannot be read now\.\n$/,
    );
    expect((await service.ask('get', `${RECEIPT}?format=csv`).expect(200)).text).toMatch(
      /,standard,,Adjustments cannot be read now,,,,0,2\r\n$/,
    );
  });

  it('is as ever by another rate card, which adjustments are not about', async () => {
    const { body } = await service.ask('get', `${RECEIPT}?rate_card=token-estimate`).expect(200);
    expect(body).not.toHaveProperty('adjustments_unknown');
  });
});
