import { describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD_BILL, REPORT, serveGoodPeriod } from '../support/good-period.js';
import { holdClock, jump, useJumpingClock } from '../support/jumping-clock.js';
import { invalid, unavailable } from '../support/outcomes.js';
import { useService } from '../support/use-service.js';

const DOWN = unavailable(`GET ${MESSAGES} answered 503`);
const LEFT_ALONE = unavailable(`GET ${MESSAGES} was not asked: the upstream is down`);

describe('GET /usage, if upstream is down', () => {
  useJumpingClock();
  const service = useService({ upstream: { retries: 0, breakerFailures: 3 }, fresh: true });

  const failThrice = async () => {
    service.upstream.on(MESSAGES, status(503));
    expect(await service.askForBill()).toEqual(DOWN);
    expect(await service.askForBill()).toEqual(DOWN);
    jump(250);
    expect(await service.askForBill()).toEqual(DOWN);
  };

  it('stops asking after some failures in a row, and fails at once', async () => {
    await failThrice();
    expect(await service.askForBill()).toEqual(LEFT_ALONE);
    expect(await service.askForBill()).toEqual(LEFT_ALONE);
    expect(service.upstream.timesAsked(MESSAGES)).toBe(3);
    expect((await fetch(await service.billUrl())).headers.get('retry-after')).toBe('1');
  });

  it('asks again after a second, and uses the first healthy answer, reports and all', async () => {
    await failThrice();
    serveGoodPeriod(service.upstream);
    jump(1000);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });

  it('stops asking for another second if upstream still fails', async () => {
    await failThrice();
    jump(1000);
    expect(await service.askForBill()).toEqual(DOWN);
    expect(await service.askForBill()).toEqual(LEFT_ALONE);
    expect(service.upstream.timesAsked(MESSAGES)).toBe(4);
  });

  it('sends Retry-After once it stops asking: with the last failure, and with those that follow', async () => {
    const comeAgain = async () => (await fetch(await service.billUrl())).headers.get('retry-after');
    service.upstream.on(MESSAGES, status(503));
    expect([await comeAgain(), await comeAgain()]).toEqual([null, null]);
    jump(250);
    expect(await comeAgain()).toBe('1');
    jump(1000);
    expect(await comeAgain()).toBe('1');
    expect(service.upstream.timesAsked(MESSAGES)).toBe(4);
  });

  it('keeps asking if all failures happen at once, because a retry mends them', async () => {
    holdClock();
    service.upstream.on(MESSAGES, status(503));
    for (let failure = 0; failure < 5; failure += 1) expect(await service.askForBill()).toEqual(DOWN);
    serveGoodPeriod(service.upstream);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });

  it('counts neither invalid answers nor reports that do not exist', async () => {
    serveGoodPeriod(service.upstream).on(REPORT, status(404));
    for (let read = 0; read < 4; read += 1) {
      expect((await service.askForBill()).status).toBe(200);
      jump(250);
    }
    service.upstream.on(MESSAGES, json({}));
    for (let read = 0; read < 4; read += 1) {
      expect(await service.askForBill()).toEqual(invalid(`GET ${MESSAGES}: messages is missing`));
      jump(250);
    }
    expect(service.upstream.timesAsked(MESSAGES)).toBe(8);
  });
});
