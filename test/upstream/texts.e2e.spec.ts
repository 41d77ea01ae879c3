import { beforeEach, describe, expect, it } from '@jest/globals';
import { json, slow, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { hold } from '../support/held.js';
import { message, period } from '../support/period.js';
import { useService } from '../support/use-service.js';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);

/** More text than a period keeps: five million letters. */
const LARGE = times(100).map((id) => message({ id, text: 'x'.repeat(50_000) }));
const large = (...more: object[]) => json(period(...LARGE, ...more));

describe('receipts and comparisons of a period whose texts are not kept', () => {
  const service = useService({ upstream: { maxBytes: 2 ** 28, breakerFailures: 1, retries: 0 }, fresh: true });

  beforeEach(async () => {
    service.upstream.on(MESSAGES, large());
    await service.http.get('/usage').expect(200);
    service.upstream.reset();
    service.upstream.on(MESSAGES, large());
  });

  const receipt = (id: number) => service.http.get(`/v1/usage/${id}/receipt`);
  const statusesOf = async (requests: PromiseLike<{ status: number }>[]) =>
    (await Promise.all(requests)).map((answer) => answer.status);

  it('share reads: 60 receipts at once take at most three, and a bill needs none of its own', async () => {
    const answers = await Promise.all(times(60).map((id) => receipt(id)));
    expect(answers.map(({ body }) => (body as { message_id: number }).message_id)).toEqual(times(60));
    expect(service.upstream.timesAsked(MESSAGES)).toBeLessThanOrEqual(3);
  });

  it('each get every text: a receipt, a comparison and a bill from one read', async () => {
    const held = hold(large());
    service.upstream.on(MESSAGES, held.answer);
    const all = [
      receipt(7),
      service.http.get('/v1/usage/comparison?candidate=standard'),
      receipt(99),
      receipt(1000),
      service.http.get('/usage'),
    ].map((request) => request.then((answer) => answer));
    await held.asked;
    // The others have come once a request that came after them is answered.
    await service.http.get('/health/live');
    held.release();
    const [seventh, comparison, last, none, whole] = await Promise.all(all);
    expect(seventh?.body).toMatchObject({ message_id: 7, credits_used: last?.body.credits_used });
    expect(last?.body).toMatchObject({ message_id: 99 });
    expect(none?.status).toBe(404);
    expect(comparison?.status).toBe(200);
    expect(whole?.body.usage).toHaveLength(100);
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
  });

  it('requested while messages arrive wait for the next read, which they share', async () => {
    let letEnd: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      service.upstream.on(
        MESSAGES,
        (_request, response) => {
          response.writeHead(200, { 'Content-Type': 'application/json' });
          response.write(`{"messages":[${JSON.stringify(LARGE[0])}`, () => resolve());
          letEnd = () =>
            response.end(
              `,${LARGE.slice(1)
                .map((each) => JSON.stringify(each))
                .join(',')}]}`,
            );
        },
        large(message({ id: 5000 })),
      );
    });
    const first = receipt(0).then((answer) => answer);
    await begun;
    await service.http.get('/health/live');
    await new Promise(setImmediate);
    const later = [receipt(5000), receipt(5000), receipt(0)].map((request) => request.then((answer) => answer));
    await service.http.get('/health/live');
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
    letEnd();
    expect((await first).status).toBe(200);
    expect(await statusesOf(later)).toEqual([200, 200, 200]);
    expect(service.upstream.timesAsked(MESSAGES)).toBe(2);
  });

  it('fail together if the read fails, and the next ones work again', async () => {
    service.upstream.on(MESSAGES, slow(50, status(403)));
    expect(await statusesOf(times(5).map((id) => receipt(id)))).toEqual(times(5).map(() => 500));
    service.upstream.on(MESSAGES, large());
    expect(await statusesOf(times(5).map((id) => receipt(id)))).toEqual(times(5).map(() => 200));
  });

  it('never go back: a bill made after them is not older', async () => {
    const held = hold(large());
    service.upstream.on(MESSAGES, held.answer, large(message({ id: 6000 })));
    const early = receipt(0).then((answer) => answer);
    await held.asked;
    const shared = service.http.get('/usage').then((answer) => answer);
    await service.http.get('/health/live');
    held.release();
    expect((await early).status).toBe(200);
    expect((await shared).body.usage).toHaveLength(100);
    expect((await service.http.get('/usage')).body.usage).toHaveLength(101);
  });
});
