import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { silent, stalled, status, trickling } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, REPORT, RESOURCES, serveGoodPeriod } from '../support/good-period.js';
import { afterPassing, thenPassing, useJumpingClock } from '../support/jumping-clock.js';
import { tooSlow, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const HALF = { [MESSAGES]: period(message({ report_id: 7 })), [REPORT]: report() };

/** Milliseconds that an attempt and a read may take. */
const ATTEMPT = 40_000;
const READING = 100_000;

describe.each(RESOURCES)('GET /usage, if upstream is slow with GET %s', (path) => {
  useJumpingClock();

  const SLOWNESSES = [
    { slowness: 'silent', answer: silent },
    { slowness: 'trickling for ever', answer: trickling },
    { slowness: 'stalled half way', answer: stalled(HALF[path]) },
  ];

  describe('beyond the timeout of an attempt', () => {
    const service = useService({ upstream: { timeoutMs: ATTEMPT, deadlineMs: READING, retries: 1 } });
    const tooLate = tooSlow(`GET ${path} timed out after 40000 ms, 2 times`);

    describe.each(SLOWNESSES)('$slowness', ({ answer }) => {
      it('at first, asks again and answers the whole bill', async () => {
        serveGoodPeriod(service.upstream).on(path, thenPassing(ATTEMPT, answer), GOOD[path]);

        expect(await service.askForBill()).toEqual(GOOD_BILL);
        expect(service.upstream.timesAsked(path)).toBe(2);
      });

      it('for good, fails, closes its connections, and the next request works again', async () => {
        serveGoodPeriod(service.upstream).on(path, thenPassing(ATTEMPT, answer));
        expect(await service.askForBill()).toEqual(tooLate);
        await service.upstream.idle();
        expect(service.upstream.brokenOff).toEqual([path, path]);

        serveGoodPeriod(service.upstream);
        expect(await service.askForBill()).toEqual(GOOD_BILL);
      });
    });

    it('reports the last of several faults', async () => {
      serveGoodPeriod(service.upstream).on(path, thenPassing(ATTEMPT, silent), status(503));

      expect(await service.askForBill()).toEqual(unavailable(`GET ${path} answered 503 after 2 attempts`));
    });
  });

  describe('without retries', () => {
    const service = useService({ upstream: { timeoutMs: ATTEMPT, deadlineMs: READING, retries: 0 } });

    it('names the one attempt', async () => {
      serveGoodPeriod(service.upstream).on(path, thenPassing(ATTEMPT, silent));

      expect(await service.askForBill()).toEqual(tooSlow(`GET ${path} timed out after 40000 ms`));
    });
  });

  describe('beyond the deadline', () => {
    const service = useService({ upstream: { timeoutMs: 2 * READING, deadlineMs: READING, retries: 5 } });
    const tooLate = tooSlow(`GET ${path} was not answered within the deadline of 100000 ms`);

    it.each(SLOWNESSES)(
      '$slowness, fails, closes its connection, and the next request works again',
      async ({ answer }) => {
        serveGoodPeriod(service.upstream).on(path, thenPassing(READING, answer));
        expect(await service.askForBill()).toEqual(tooLate);
        await service.upstream.idle();
        expect(service.upstream.brokenOff).toEqual([path]);

        serveGoodPeriod(service.upstream);
        expect(await service.askForBill()).toEqual(GOOD_BILL);
      },
    );
  });

  describe('again and again', () => {
    const service = useService({ upstream: { timeoutMs: ATTEMPT, deadlineMs: READING, retries: 10 } });

    it('fails at the deadline, however many attempts are left', async () => {
      serveGoodPeriod(service.upstream).on(path, thenPassing(ATTEMPT, silent));

      expect(await service.askForBill()).toEqual(
        tooSlow(`GET ${path} was not answered within the deadline of 100000 ms`),
      );
      expect(service.upstream.timesAsked(path)).toBe(3);
    });
  });
});

describe('GET /usage, if the wait between two attempts exceeds the deadline', () => {
  const service = useService({ upstream: { deadlineMs: 200, backoffMs: 50_000_000, retries: 3 } });

  it('fails at the deadline', async () => {
    service.upstream.on(MESSAGES, status(503));

    expect(await service.askForBill()).toEqual(
      tooSlow(`GET ${MESSAGES} was not answered within the deadline of 200 ms`),
    );
    expect(service.upstream.timesAsked(MESSAGES)).toBe(1);
  });
});

describe('GET /usage, with one deadline for messages and reports', () => {
  useJumpingClock();
  const service = useService({ upstream: { timeoutMs: READING, deadlineMs: READING } });

  it('gives the reports the time that the messages leave', async () => {
    serveGoodPeriod(service.upstream)
      .on(MESSAGES, afterPassing(READING / 2, GOOD[MESSAGES]))
      .on(REPORT, thenPassing(READING / 2, silent));

    expect(await service.askForBill()).toEqual(
      tooSlow(`GET ${REPORT} was not answered within the deadline of 100000 ms`),
    );
  });
});

describe('GET /usage, if garbage is collected while upstream is silent', () => {
  const service = useService({ upstream: { timeoutMs: 100, retries: 0 } });

  it('still ends the attempt in time', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage: () => void = runInNewContext('gc');
    service.upstream.on(MESSAGES, () => {
      collectGarbage();
      setTimeout(collectGarbage, 20);
    });

    expect(await service.askForBill()).toEqual(tooSlow(`GET ${MESSAGES} timed out after 100 ms`));
  });
});
