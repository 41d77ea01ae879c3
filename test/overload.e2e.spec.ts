import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { useEdge } from './support/edge.js';
import { MESSAGES } from './support/fake-upstream.js';
import { hold } from './support/held.js';
import { json } from './support/answers.js';
import { message, period } from './support/period.js';
import { answered, problem } from './support/problem-document.js';
import { portOf } from './support/raw-http.js';

describe('a service with a thousand requests under way', () => {
  const edge = useEdge();

  /** Asks for the bill, and says which status came. */
  const ask = (port: number): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request({ port, path: '/usage' }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode));
      })
        .on('error', reject)
        .end();
    });

  it('refuses the next at once with a problem that says when to come again, and goes on to answer probes', async () => {
    const held = hold(json(period(message())));
    edge.upstream.on(MESSAGES, held.answer);
    const server = edge.service.app.getHttpServer();
    const statuses: Promise<number | undefined>[] = [];
    while (statuses.length < 1000) {
      // One after the other: the event loop, which the callers share here, is not to lag as well.
      const arrives = once(server, 'request');
      statuses.push(ask(portOf(edge.service.app)));
      await arrives;
    }

    const refused = await edge.ask('get', '/usage');
    expect(answered(refused)).toEqual(
      problem('overloaded', 'The service has more requests than it can answer in time'),
    );
    expect(refused.headers).toMatchObject({ 'retry-after': '1', 'cache-control': 'no-store' });
    await edge.ask('get', '/health/live').expect(200);

    held.release();
    expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]));
    await edge.ask('get', '/usage').expect(200);
  });
});
