import type { RequestListener } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { bytes, json, silent, status } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { thenPassing, useJumpingClock } from '../support/jumping-clock.js';
import { message, period } from '../support/period.js';

describe('GET /health/live', () => {
  const edge = useService();

  it('answers ok', async () => {
    expect((await edge.ask('get', '/health/live').expect(200)).body).toEqual({ status: 'ok' });
  });

  it('answers while upstream is silent, without asking it', async () => {
    edge.upstream.on(MESSAGES, silent);
    expect((await edge.ask('get', '/health/live').expect(200)).body).toEqual({ status: 'ok' });
    expect(edge.upstream.asked).toEqual([]);
  });
});

describe('GET /health/ready', () => {
  useJumpingClock();
  const edge = useService({ upstream: { timeoutMs: 30_000, retries: 0 } });

  const ready = (state: 'ok' | 'degraded', upstream: object): object => ({
    status: state,
    info: { upstream },
    error: {},
    details: { upstream },
  });

  it('is ok before the first read of upstream', async () => {
    const { body } = await edge.ask('get', '/health/ready').expect(200);
    expect(body).toEqual(ready('ok', { status: 'up', lastReading: 'none yet' }));
    expect(edge.upstream.asked).toEqual([]);
  });

  it.each<{ answer: RequestListener; state: 'ok' | 'degraded'; upstream: object; outcome: number }>`
    reading                 | answer                         | state         | upstream                                                            | outcome
    ${'succeeded'}          | ${json(period(message()))}     | ${'ok'}       | ${{ status: 'up', lastReading: 'ok' }}                              | ${200}
    ${'failed'}             | ${status(403)}                 | ${'degraded'} | ${{ status: 'degraded', lastReading: 'upstream-unavailable' }}      | ${500}
    ${'took too long'}      | ${thenPassing(30_000, silent)} | ${'degraded'} | ${{ status: 'degraded', lastReading: 'upstream-timeout' }}          | ${500}
    ${'broke the contract'} | ${bytes('<html></html>')}      | ${'degraded'} | ${{ status: 'degraded', lastReading: 'upstream-invalid-response' }} | ${500}
    ${'succeeded again'}    | ${json(period(message()))}     | ${'ok'}       | ${{ status: 'up', lastReading: 'ok' }}                              | ${200}
  `(
    'is $state with status 200 after the last read of upstream $reading',
    async ({ answer, state, upstream, outcome }) => {
      edge.upstream.on(MESSAGES, answer);
      const before = new Date().toISOString();
      await edge.ask('get', '/usage').expect(outcome);
      const asked = edge.upstream.asked.length;

      const { body } = await edge.ask('get', '/health/ready').expect(200);
      expect(body).toEqual(ready(state, { ...upstream, readAt: expect.any(String) }));
      expect(body.info.upstream.readAt >= before).toBe(true);
      expect(edge.upstream.asked).toHaveLength(asked);
    },
  );
});
