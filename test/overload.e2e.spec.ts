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

  it('refuses the next at once with a problem that says when to come again, and goes on to answer probes', async () => {
    const held = hold(json(period(message())));
    edge.upstream.on(MESSAGES, held.answer);
    const port = portOf(edge.service.app);
    let waiting = 0;
    const allAsked = new Promise<void>((resolve) => {
      edge.service.app.getHttpServer().on('request', () => {
        waiting += 1;
        if (waiting === 1000) resolve();
      });
    });
    const statuses = Array.from(
      { length: 1000 },
      () =>
        new Promise<number | undefined>((resolve, reject) => {
          request({ port, path: '/usage' }, (response) => {
            response.resume().on('end', () => resolve(response.statusCode));
          })
            .on('error', reject)
            .end();
        }),
    );
    await allAsked;

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
