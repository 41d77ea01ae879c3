import { describe, expect, it } from '@jest/globals';
import { EXAMPLES } from '../../src/openapi/examples.js';
import { withLedger } from '../support/memory-ledger.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { useService } from '../support/use-service.js';

const BOOKED = EXAMPLES['GET /v1/adjustments?period=2024-05-05']?.answer;

describe('GET /v1/adjustments', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  it.each<{ query: string; answer: unknown }>`
    query                   | answer
    ${''}                   | ${BOOKED}
    ${'?period=current'}    | ${BOOKED}
    ${'?period=2024-05-05'} | ${BOOKED}
    ${'?period=2024-04-29'} | ${{ adjustments: [] }}
  `('lists those that are booked in the period: $query', async ({ query, answer }) => {
    const { body, headers } = await service.ask('get', `/v1/adjustments${query}`).expect(200);
    expect(body).toEqual(answer);
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it.each([
    ['?period=April', 400],
    ['?period=2023-01-01', 404],
  ])('refuses another period: %s', async (query, status) => {
    expect((await service.ask('get', `/v1/adjustments${query}`)).status).toBe(status);
  });
});
