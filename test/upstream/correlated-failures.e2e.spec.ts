import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { json, reset, silent, status } from '../support/answers.js';
import { type FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, REPORT, serveGoodPeriod } from '../support/good-period.js';
import { jump, useJumpingClock } from '../support/jumping-clock.js';
import { bill, reportEntry } from '../support/outcomes.js';
import { message, period, report } from '../support/period.js';
import { Scrape } from '../support/prometheus.js';
import { useService } from '../support/use-service.js';

const CONCURRENCY = 16;
/** Milliseconds that an attempt takes at most. */
const ATTEMPT = 40_000;

/** The default settings, except for shorter waits, and for time limits that no machine exceeds. */
const DEFAULTS = { retries: 3, retryReserve: 10, breakerFailures: 6, concurrency: CONCURRENCY, timeoutMs: ATTEMPT };

type Serve = (upstream: FakeUpstream, later: (listener: RequestListener) => RequestListener[]) => void;

/** A period that takes `calls` calls: one for the messages, and one for each report. */
const periodOf = (calls: number): { serve: Serve; billed: ReturnType<typeof bill> } => {
  const ids = Array.from({ length: calls - 1 }, (_, id) => id);
  return {
    serve: (upstream, answers) => {
      const messages = ids.length > 0 ? ids.map((id) => message({ id, report_id: id })) : [message()];
      upstream.on(MESSAGES, ...answers(json(period(...messages))));
      for (const id of ids) upstream.on(`/reports/${id}`, ...answers(json(report({ id }))));
    },
    billed:
      ids.length > 0
        ? bill(...ids.map((id) => reportEntry({ message_id: id })))
        : bill({ message_id: 1000, timestamp: '2026-03-02T08:14:09.412Z', credits_used: 1.05 }),
  };
};

/** Resets a connection that was there before, and serves one that is new. */
const onNewConnections =
  (stale: WeakSet<Socket>) =>
  (listener: RequestListener): RequestListener[] => [
    (request, response) => {
      if (stale.has(request.socket)) reset(request, response);
      else listener(request, response);
    },
  ];

describe.each([1, 9, 24, 200])('GET /usage, of a period of %d calls', (calls) => {
  const { serve, billed } = periodOf(calls);

  describe('over idle connections that were all reset', () => {
    const service = useService({ upstream: { ...DEFAULTS, retries: 0, breakerFailures: 1 }, fresh: true });

    it('answers 200, and counts no failure and no retry', async () => {
      const known = new WeakSet<Socket>();
      serve(service.upstream, (listener) => [
        (request, response) => {
          known.add(request.socket);
          listener(request, response);
        },
      ]);
      expect(await service.askForBill()).toEqual(billed);
      serve(service.upstream, onNewConnections(known));
      expect(await service.askForBill()).toEqual(billed);
      const scrape = await scrapeOf(await service.billUrl());
      expect(scrape.samples('upstream_retries_total').map((sample) => sample.split(' ')[1])).toEqual(['0', '0']);
      expect(scrape.samples('upstream_breaker_state')).toContain('upstream_breaker_state{state="closed"} 1');
      expect(countOf(scrape, 'outcome="stale_connection"')).toBeGreaterThan(0);
      expect(countOf(scrape, 'outcome="unavailable"')).toBe(0);
    });
  });

  describe('whose calls all answer 503 once', () => {
    const service = useService({ upstream: DEFAULTS, fresh: true });

    it('answers 200', async () => {
      serve(service.upstream, (listener) => [status(503), listener]);
      expect(await service.askForBill()).toEqual(billed);
      expect(service.upstream.asked).toHaveLength(2 * calls);
    });
  });

  describe('whose calls all time out once', () => {
    useJumpingClock();
    const service = useService({ upstream: { ...DEFAULTS, deadlineMs: 100 * ATTEMPT }, fresh: true });

    it('answers 200', async () => {
      let [pending, answered] = [0, 0];
      // Once every call under way is silent, no healthy one is hurt by the jump. The messages come alone.
      const jumpWhereAllAreSilent = (): void => {
        if (pending < (answered === 0 ? 1 : Math.min(CONCURRENCY, calls - answered))) return;
        pending = 0;
        setImmediate(() => setImmediate(() => jump(ATTEMPT)));
      };
      const silentOnce: RequestListener = (request, response) => {
        silent(request, response);
        pending += 1;
        jumpWhereAllAreSilent();
      };
      const healthy =
        (listener: RequestListener): RequestListener =>
        (request, response) => {
          response.once('close', () => {
            answered += 1;
            if (answered > 1 && pending > 0) jumpWhereAllAreSilent();
          });
          listener(request, response);
        };
      serve(service.upstream, (listener) => [silentOnce, healthy(listener)]);
      expect(await service.askForBill()).toEqual(billed);
    });
  });
});

describe('GET /usage in an outage of a minute', () => {
  useJumpingClock();
  const service = useService({ upstream: { ...DEFAULTS, breakerFailures: 0 }, fresh: true });

  it('adds at most a fifth to the upstream’s load, the reserve, and one retry of each call', async () => {
    const [reads, calls] = [60, 13];
    const { serve, billed } = periodOf(calls);
    serve(service.upstream, (listener) => [listener]);
    expect(await service.askForBill()).toEqual(billed);
    serve(service.upstream, () => [status(503)]);
    for (let read = 0; read < reads; read += 1) {
      expect((await service.askForBill()).status).toBe(500);
      jump(1000);
    }
    const retries = retriesOf(await scrapeOf(await service.billUrl()));
    expect(retries).toBeLessThanOrEqual((reads * calls) / 5 + DEFAULTS.retryReserve + calls);
    expect(retries).toBeGreaterThan(DEFAULTS.retryReserve);
  });

  it('retries every call once after a minute without a failure', async () => {
    const { serve, billed } = periodOf(200);
    for (let outage = 0; outage < 3; outage += 1) {
      serve(service.upstream, (listener) => [status(503), listener]);
      expect(await service.askForBill()).toEqual(billed);
      jump(61_000);
    }
  });
});

describe('GET /usage, if the service itself blocks for 2 s', () => {
  const service = useService({ upstream: { retries: 0, breakerFailures: 1, timeoutMs: 1000 }, fresh: true });
  const standStill = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);

  it.each([MESSAGES, REPORT] as const)('answers 200, and keeps asking: GET %s', async (path) => {
    serveGoodPeriod(service.upstream).on(path, (request, response) => {
      standStill();
      setImmediate(() => GOOD[path](request, response));
    });
    expect(await service.askForBill()).toEqual(GOOD_BILL);
    serveGoodPeriod(service.upstream);
    expect(await service.askForBill()).toEqual(GOOD_BILL);
  });
});

const scrapeOf = async (usage: string): Promise<Scrape> =>
  new Scrape(await (await fetch(new URL('/metrics', usage))).text());

/** Number of upstream attempts with these labels. */
const countOf = (scrape: Scrape, label: string): number => {
  const samples = scrape.samples('upstream_request_duration_seconds_count').filter((sample) => sample.includes(label));
  return samples.reduce((count, sample) => count + Number(sample.split(' ')[1]), 0);
};

const retriesOf = (scrape: Scrape): number =>
  scrape.samples('upstream_retries_total').reduce((count, sample) => count + Number(sample.split(' ')[1]), 0);
