import { describe, expect, it } from '@jest/globals';
import { status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, REPORT, type Resource, RESOURCES, serveGoodPeriod } from '../support/good-period.js';
import { unavailable } from '../support/outcomes.js';
import { useService } from '../support/use-service.js';

describe.each(RESOURCES)('GET /usage, if upstream answers GET %s', (path) => {
  const service = useService({ upstream: { retries: 2 } });

  describe.each([408, 429, 500, 502, 503, 504, 599])('with %d', (code) => {
    it.each([
      { times: 'once', failures: [status(code)] },
      { times: 'twice', failures: [status(code), status(code)] },
    ])('$times, asks again and answers the whole bill', async ({ failures }) => {
      serveGoodPeriod(service.upstream).on(path, ...failures, GOOD[path]);

      expect(await service.askForBill()).toEqual(GOOD_BILL);
      expect(service.upstream.timesAsked(path)).toBe(failures.length + 1);
    });

    it('for good, fails after all attempts, and the next request works again', async () => {
      serveGoodPeriod(service.upstream).on(path, status(code));
      expect(await service.askForBill()).toEqual(unavailable(`GET ${path} answered ${code} after 3 attempts`));
      expect(service.upstream.timesAsked(path)).toBe(3);

      serveGoodPeriod(service.upstream);
      expect(await service.askForBill()).toEqual(GOOD_BILL);
    });
  });

  const final = [201, 202, 203, 204, 205, 206, 226, 300, 400, 401, 403, 405, 409, 410, 418, 422, 451];
  it.each(path === MESSAGES ? [404, ...final] : final)('with %d, fails at once, never by a guess', async (code) => {
    serveGoodPeriod(service.upstream).on(path, status(code), GOOD[path]);

    expect(await service.askForBill()).toEqual(unavailable(`GET ${path} answered ${code}`));
    expect(service.upstream.timesAsked(path)).toBe(1);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });
});

describe('GET /usage without retries', () => {
  const service = useService({ upstream: { retries: 0 } });

  it('asks once', async () => {
    service.upstream.on(MESSAGES, status(503), GOOD[MESSAGES]).on(REPORT, GOOD[REPORT]);

    expect(await service.askForBill()).toEqual(unavailable(`GET ${MESSAGES} answered 503`));
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });
});

describe('GET /usage, if upstream redirects', () => {
  const service = useService();
  const elsewhere = useService();

  it.each<{ code: number; path: Resource }>([
    { code: 301, path: MESSAGES },
    { code: 302, path: MESSAGES },
    { code: 303, path: MESSAGES },
    { code: 307, path: MESSAGES },
    { code: 308, path: MESSAGES },
    { code: 302, path: REPORT },
    { code: 307, path: REPORT },
  ])('GET $path with $code, fails and follows no redirect', async ({ code, path }) => {
    elsewhere.upstream.on('/elsewhere', GOOD[path]);
    const redirect = status(code, { Location: `${elsewhere.upstream.baseUrl}/elsewhere` });
    serveGoodPeriod(service.upstream).on(path, redirect);

    expect(await service.askForBill()).toEqual(unavailable(`GET ${path} answered ${code}`));
    expect(elsewhere.upstream.asked).toEqual([]);
    expect(service.upstream.timesAsked(path)).toBe(1);
  });

  it.each(['/reports/7', 'http://169.254.169.254/latest/meta-data', 'file:///etc/passwd', ''])(
    'to "%s", does not follow',
    async (location) => {
      serveGoodPeriod(service.upstream).on(MESSAGES, status(302, { Location: location }));

      expect(await service.askForBill()).toEqual(unavailable(`GET ${MESSAGES} answered 302`));
      expect(service.upstream.asked.map(({ path }) => path)).toEqual([MESSAGES]);
    },
  );
});
