import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { hold } from '../support/held.js';
import { type Answer, get } from '../support/http-client.js';
import { json } from '../support/answers.js';
import { message, period } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';
import { portOf } from '../support/raw-http.js';

describe('a service with a thousand requests under way', () => {
  // Far longer than a busy machine takes to ask a thousand times.
  const edge = useService({ upstream: { timeoutMs: 600_000, deadlineMs: 600_000 } });

  it('refuses the next at once with a problem that says when to come again, and goes on to answer probes', async () => {
    const held = hold(json(period(message())));
    edge.upstream.on(MESSAGES, held.answer);
    const server = edge.app.getHttpServer();
    const bills: Promise<Answer>[] = [];
    while (bills.length < 1000) {
      // One after the other: the event loop, which the callers share here, is not to lag as well.
      const arrives = once(server, 'request');
      bills.push(get(`http://127.0.0.1:${portOf(edge.app)}/usage`));
      await arrives;
    }

    const refused = await edge.ask('get', '/usage');
    expect(answered(refused)).toEqual(
      problem('overloaded', 'The service has more requests than it can answer in time'),
    );
    expect(refused.headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
    await edge.ask('get', '/health/live').expect(200);

    held.release();
    expect(new Set((await Promise.all(bills)).map(({ status }) => status))).toEqual(new Set([200]));
    await edge.ask('get', '/usage').expect(200);
  });
});
