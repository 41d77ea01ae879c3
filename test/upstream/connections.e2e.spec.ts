import { describe, expect, it } from '@jest/globals';
import { cutBeforeLastChunk, cutShort, dropped, raw } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, REPORT, RESOURCES, serveGoodPeriod } from '../support/good-period.js';
import { unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

/** Valid bodies as they stand: only the transfer shows that they are incomplete. */
const PREFIX = { [MESSAGES]: period(message({ report_id: 7 })), [REPORT]: report() };

describe.each(RESOURCES)('GET /usage, if the connection fails on GET %s', (path) => {
  const service = useService({ upstream: { retries: 2 } });

  describe.each([
    // The first call goes over a reused connection, so it is sent once more besides its attempts.
    { fault: 'before the headers', answer: dropped, code: 'ECONNRESET', asked: 4 },
    { fault: 'short of the announced length', answer: cutShort(PREFIX[path]), code: 'ERR_BAD_RESPONSE', asked: 3 },
    { fault: 'before the last chunk', answer: cutBeforeLastChunk(PREFIX[path]), code: 'ERR_BAD_RESPONSE', asked: 3 },
  ])('$fault', ({ answer, code, asked }) => {
    it('at first, asks again and answers the whole bill', async () => {
      serveGoodPeriod(service.upstream).on(path, answer, answer, GOOD[path]);

      expect(await service.askForBill()).toEqual(GOOD_BILL);
      expect(service.upstream.timesAsked(path)).toBe(3);
    });

    it('for good, fails after all attempts, and the next request works again', async () => {
      serveGoodPeriod(service.upstream).on(path, answer);
      expect(await service.askForBill()).toEqual(unavailable(`GET ${path} failed with ${code} after 3 attempts`));
      expect(service.upstream.timesAsked(path)).toBe(asked);

      serveGoodPeriod(service.upstream);
      expect(await service.askForBill()).toEqual(GOOD_BILL);
    });
  });

  it.each([
    { speech: 'not HTTP', reply: '220 upstream ESMTP\r\n\r\n', code: 'HPE_INVALID_CONSTANT' },
    { speech: 'malformed', reply: 'HTTP/1.1 200 OK\r\nno colon\r\n\r\n', code: 'HPE_INVALID_HEADER_TOKEN' },
    {
      speech: 'of two lengths',
      reply: 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      code: 'HPE_UNEXPECTED_CONTENT_LENGTH',
    },
    {
      speech: 'all headers',
      reply: `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(20_000)}`,
      code: 'HPE_HEADER_OVERFLOW',
    },
  ])('because the answer is $speech, fails', async ({ reply, code }) => {
    serveGoodPeriod(service.upstream).on(path, raw(reply));

    expect(await service.askForBill()).toEqual(unavailable(`GET ${path} failed with ${code} after 3 attempts`));
  });
});

describe('GET /usage, if no server listens at the upstream’s address', () => {
  const service = useService();

  it('fails, and works again once a server listens', async () => {
    const port = Number(new URL(service.upstream.baseUrl).port);
    await service.upstream.stop();
    expect(await service.askForBill()).toEqual(
      unavailable(`GET ${MESSAGES} failed with ECONNREFUSED after 3 attempts`),
    );

    const restarted = serveGoodPeriod(await FakeUpstream.start(port));
    const answer = await service.askForBill();
    await restarted.stop();
    expect(answer).toEqual(GOOD_BILL);
  });
});

describe('GET /usage, if the upstream’s name does not resolve', () => {
  const service = useService({ upstream: { baseUrl: 'http://upstream.invalid' } });

  it('fails', async () => {
    const detail = expect.stringMatching(
      /^GET \/messages\/current-period failed with (ENOTFOUND|EAI_AGAIN) after 3 attempts$/,
    );

    expect(await service.askForBill()).toEqual(unavailable(detail));
  });
});
