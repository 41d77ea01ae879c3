import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { after, json, silent, slow, status } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, REPORT, serveGoodPeriod } from '../support/good-period.js';
import { bill, reportEntry, unavailable } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

const times = (count: number) => Array.from({ length: count }, (_, index) => index);
const LATENCY_MS = 20;

describe('GET /usage, requested by 50 callers at once', () => {
  const service = useService({ upstream: { retries: 2 }, fresh: true });
  const askAtOnce = () => Promise.all(times(50).map(() => service.askForBill()));
  /** Late enough for all 50 requests to have arrived. */
  const late = (answer: RequestListener) => after(service.asked(50), slow(LATENCY_MS, answer));

  it('reads upstream once and answers all the same', async () => {
    service.upstream.on(MESSAGES, late(GOOD[MESSAGES])).on(REPORT, slow(LATENCY_MS, GOOD[REPORT]));

    expect(await askAtOnce()).toEqual(times(50).map(() => GOOD_BILL));
    expect(service.upstream.asked.map(({ path }) => path)).toEqual([MESSAGES, REPORT]);
  });

  it('starts a new read once the first has ended', async () => {
    service.upstream
      .on(MESSAGES, late(json(period(message({ report_id: 7 })))))
      .on(REPORT, json(report()), json(report({ credit_cost: 46 })));

    expect(await askAtOnce()).toEqual(times(50).map(() => bill(reportEntry())));
    expect(await service.askForBill()).toEqual(bill(reportEntry({ credits_used: 46 })));
    expect(service.upstream.timesAsked(MESSAGES)).toBe(2);
    expect(service.upstream.timesAsked(REPORT)).toBe(2);
  });

  it('fails for all callers if the read fails, and the next request works again', async () => {
    service.upstream.on(MESSAGES, late(status(503)));
    const down = unavailable(`GET ${MESSAGES} answered 503 after 3 attempts`);
    expect(await askAtOnce()).toEqual(times(50).map(() => down));
    expect(service.upstream.timesAsked(MESSAGES)).toBe(3);

    serveGoodPeriod(service.upstream);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
    expect(service.upstream.timesAsked(MESSAGES)).toBe(4);
  });

  it.each([
    { leavers: 'all but one leave', stayers: 1 },
    { leavers: 'half of them leave', stayers: 25 },
    { leavers: 'all of them leave', stayers: 0 },
  ])('continues for the callers who stay when $leavers', async ({ stayers }) => {
    const { port, pathname } = new URL(await service.billUrl());
    const allHaveAsked = service.asked(50);
    const leaving = times(50 - stayers).map(() => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write(`GET ${pathname} HTTP/1.1\r\nHost: service\r\n\r\n`);
      return socket;
    });
    const haveLeft = allHaveAsked.then(() => Promise.all(leaving.map((socket) => once(socket.destroy(), 'close'))));
    service.upstream.on(MESSAGES, after(haveLeft, slow(LATENCY_MS, GOOD[MESSAGES]))).on(REPORT, GOOD[REPORT]);

    const staying = await Promise.all(times(stayers).map(() => service.askForBill()));
    await haveLeft;
    expect(staying).toEqual(times(stayers).map(() => GOOD_BILL));
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });
});

describe('GET /usage, if one of many reports fails', () => {
  const service = useService({ upstream: { retries: 0, concurrency: 8 }, fresh: true });
  const serve = (count: number) =>
    service.upstream.on(MESSAGES, json(period(...times(count).map((id) => message({ id, report_id: id })))));

  it('aborts the others, starts no more, and the next request works again', async () => {
    serve(50).on('/reports/7', slow(LATENCY_MS, status(503)));
    for (const id of times(50).filter((id) => id !== 7)) service.upstream.on(`/reports/${id}`, silent);
    expect(await service.askForBill()).toEqual(unavailable('GET /reports/7 answered 503'));
    await service.upstream.idle();
    expect(service.upstream.brokenOff.toSorted()).toEqual(times(7).map((id) => `/reports/${id}`));
    expect(service.upstream.asked).toHaveLength(9);

    for (const id of times(50)) service.upstream.on(`/reports/${id}`, json(report({ id })));
    expect(await service.askForBill()).toEqual(bill(...times(50).map((id) => reportEntry({ message_id: id }))));
  });

  it('does not carry the aborted calls into the next read', async () => {
    serve(8).on('/reports/7', slow(LATENCY_MS, status(503)), json(report({ id: 7 })));
    for (const id of times(7)) service.upstream.on(`/reports/${id}`, silent, json(report({ id })));
    const [first, second] = [await service.askForBill(), await service.askForBill()];

    expect(first).toEqual(unavailable('GET /reports/7 answered 503'));
    expect(second).toEqual(bill(...times(8).map((id) => reportEntry({ message_id: id }))));
  });
});

describe.each([1, 16, 100])('GET /usage with UPSTREAM_CONCURRENCY %d', (concurrency) => {
  const service = useService({ upstream: { concurrency }, fresh: true });
  const costing = (id: number) => json(report({ id, name: `Report ${id}`, credit_cost: id }));

  it('reads 200 reports, never more than that many at once, and prices them all', async () => {
    service.upstream.on(MESSAGES, json(period(...times(200).map((id) => message({ id, report_id: id })))));
    for (const id of times(200)) {
      service.upstream.on(`/reports/${id}`, after(service.upstream.crowded(concurrency), slow(1, costing(id))));
    }

    expect(await service.askForBill()).toEqual(
      bill(...times(200).map((id) => reportEntry({ message_id: id, report_name: `Report ${id}`, credits_used: id }))),
    );
    expect(service.upstream.mostAtOnce).toBe(concurrency);
    expect(service.upstream.asked).toHaveLength(201);
  });
});
