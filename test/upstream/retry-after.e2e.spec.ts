import { describe, expect, it } from '@jest/globals';
import { status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, REPORT, RESOURCES, serveGoodPeriod } from '../support/good-period.js';
import { unavailable } from '../support/outcomes.js';
import { useService } from '../support/use-service.js';

const DAY = 86_400_000;
const dateAfter = (ms: number): string => new Date(Date.now() + ms).toUTCString();

describe('GET /usage, if upstream sends Retry-After', () => {
  const service = useService({ upstream: { deadlineMs: 4000 } });

  describe.each(RESOURCES)('for GET %s', (path) => {
    it.each([
      { wait: 'an hour', retryAfter: '3600' },
      { wait: 'the deadline', retryAfter: '4' },
      { wait: 'more than a timer can hold', retryAfter: '3000000' },
      { wait: 'a date next year', retryAfter: dateAfter(365 * DAY) },
      { wait: 'Infinity', retryAfter: 'Infinity' },
      { wait: 'what parses to infinity', retryAfter: '1e400' },
    ])('beyond the deadline ($wait), fails at once', async ({ retryAfter }) => {
      serveGoodPeriod(service.upstream).on(path, status(503, { 'Retry-After': retryAfter }), GOOD[path]);

      expect(await service.askForBill()).toEqual(unavailable(`GET ${path} answered 503`));
      expect(service.upstream.timesAsked(path)).toBe(1);
      expect(await service.askForBill()).toEqual(GOOD_BILL);
    });
  });

  it.each([
    { code: 429, retryAfter: '0' },
    { code: 503, retryAfter: '0' },
    { code: 503, retryAfter: '-5' },
    { code: 503, retryAfter: '-Infinity' },
    { code: 503, retryAfter: 'abc' },
    { code: 503, retryAfter: 'NaN' },
    { code: 503, retryAfter: '' },
    { code: 503, retryAfter: '0.01' },
    { code: 503, retryAfter: dateAfter(-DAY) },
    { code: 503, retryAfter: 'Mon, 31 Feb 2020 25:61:61 GMT' },
  ])('as "$retryAfter" with $code, asks again soon', async ({ code, retryAfter }) => {
    serveGoodPeriod(service.upstream).on(MESSAGES, status(code, { 'Retry-After': retryAfter }), GOOD[MESSAGES]);

    expect(await service.askForBill()).toEqual(GOOD_BILL);
    expect(service.upstream.timesAsked(MESSAGES)).toBe(2);
  });

  it('asks again no sooner than Retry-After says', async () => {
    const asked: number[] = [];
    serveGoodPeriod(service.upstream).on(
      REPORT,
      (...exchange) => {
        asked.push(performance.now());
        status(429, { 'Retry-After': '0.06' })(...exchange);
      },
      (...exchange) => {
        asked.push(performance.now());
        GOOD[REPORT](...exchange);
      },
    );

    expect(await service.askForBill()).toEqual(GOOD_BILL);
    const [first = 0, second = 0] = asked;
    expect(second - first).toBeGreaterThanOrEqual(59);
  });

  it('does not wait on a status that is not temporary', async () => {
    serveGoodPeriod(service.upstream).on(MESSAGES, status(403, { 'Retry-After': '1' }));

    expect(await service.askForBill()).toEqual(unavailable(`GET ${MESSAGES} answered 403`));
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
  });
});
