import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { json, silent, status } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { jump, useJumpingClock } from '../support/jumping-clock.js';
import { message, period, report } from '../support/period.js';
import { type RunningService, startService } from '../support/service.js';
import { testSettings } from '../support/settings.js';

const CONCURRENCY = 16;
const DEADLINE = 100_000;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('the report look-ups of a process', () => {
  let upstream: FakeUpstream;
  let service: RunningService;
  let sockets: Set<Socket>;
  let mostSockets = 0;
  let url: string;

  const start = async () => {
    upstream = await FakeUpstream.start();
    const settings = { baseUrl: upstream.baseUrl, concurrency: CONCURRENCY, timeoutMs: DEADLINE, deadlineMs: DEADLINE };
    service = await startService(testSettings({ ...settings, retries: 0 }));
    url = `http://127.0.0.1:${(service.app.getHttpServer().address() as AddressInfo).port}`;
    sockets = new Set();
    mostSockets = 0;
    upstream.on(MESSAGES, json(period(message({ report_id: 999_999 }))));
  };
  beforeEach(start);
  afterEach(async () => {
    await service.stop();
    await upstream.stop();
  });

  /** Answers a report with its own id, and counts the connections that are open at once. */
  const well: RequestListener = (request, response) => {
    const { socket } = request;
    if (!sockets.has(socket)) socket.once('close', () => sockets.delete(socket));
    sockets.add(socket);
    mostSockets = Math.max(mostSockets, sockets.size);
    json(report({ id: Number(request.url?.split('/').at(-1)) }))(request, response);
  };
  const serve = (ids: readonly number[], answer = well) => {
    for (const id of ids) upstream.on(`/reports/${id}`, answer);
  };
  const estimate = (ids: readonly number[]) =>
    fetch(`${url}/v1/estimates`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ messages: ids.map((id) => ({ text: '', report_id: id })) }),
    });

  it('of 40 estimates of 50 reports each take 16 connections, and are all answered', async () => {
    const idsOf = (index: number) => times(50).map((id) => index * 1000 + id);
    for (const index of times(40)) serve(idsOf(index));
    const answers = await Promise.all(times(40).map((index) => estimate(idsOf(index))));
    expect(answers.map((answer) => answer.status)).toEqual(times(40).map(() => 200));
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    expect(mostSockets).toBeLessThanOrEqual(CONCURRENCY);
    expect(upstream.mostAtOnce).toBeLessThanOrEqual(CONCURRENCY);
    expect(upstream.asked).toHaveLength(2000);
  });

  it('of a period go before those of estimates', async () => {
    const releases: (() => void)[] = [];
    const ids = times(100);
    serve(ids, (request, response) => void releases.push(() => well(request, response)));
    serve([999_999]);
    const estimated = estimate(ids);
    await upstream.crowded(CONCURRENCY);
    const billed = fetch(`${url}/usage`);
    await upstream.crowded(CONCURRENCY + 1);
    // The messages do not count as a look-up. Once some look-ups end, the period's goes next.
    while (upstream.timesAsked('/reports/999999') === 0) {
      releases.shift()?.();
      await new Promise(setImmediate);
    }
    expect((await billed).status).toBe(200);
    expect(upstream.asked.length).toBeLessThan(100);
    serve(ids);
    for (const release of releases) release();
    expect((await estimated).status).toBe(200);
  });

  it('of a caller who has left are dropped', async () => {
    serve(times(100), silent);
    const body = JSON.stringify({ messages: times(100).map((id) => ({ text: '', report_id: id })) });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      `POST /v1/estimates HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await upstream.crowded(CONCURRENCY);
    socket.destroy();
    await once(socket, 'close');
    await upstream.idle();
    expect(upstream.brokenOff).toHaveLength(CONCURRENCY);
    serve([200]);
    expect((await estimate([200])).status).toBe(200);
    expect(upstream.asked).toHaveLength(CONCURRENCY + 1);
    const health = (await (await fetch(`${url}/health/ready`)).json()) as object;
    expect(JSON.stringify(health)).not.toMatch(/upstream-(timeout|unavailable)/);
  });

  it('of a failed read are dropped', async () => {
    serve(times(100), silent);
    serve([0], status(403));
    expect((await estimate(times(100))).status).toBe(500);
    await upstream.idle();
    serve([200]);
    expect((await estimate([200])).status).toBe(200);
    expect(upstream.asked.length).toBeLessThanOrEqual(2 * CONCURRENCY);
  });

  describe('that are never started', () => {
    useJumpingClock();

    it('answer an estimate with 503, and count as no failure of the upstream', async () => {
      serve(times(100), silent);
      const first = estimate(times(16));
      await upstream.crowded(CONCURRENCY);
      const second = estimate([50]);
      const isAsked = new Promise((resolve) => service.app.getHttpServer().once('request', resolve));
      await isAsked;
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      jump(DEADLINE);
      const [answered, waited] = [await first, await second];
      expect(answered.status).toBe(500);
      expect({ status: waited.status, retryAfter: waited.headers.get('retry-after') }).toEqual({
        status: 503,
        retryAfter: '1',
      });
      expect(await waited.json()).toMatchObject({
        type: 'tag:copilot-credit-usage-api,2026:problems/overloaded',
        detail: 'reports waited for their turn to be looked up until the deadline of 100000 ms',
      });
      expect(upstream.timesAsked('/reports/50')).toBe(0);
    });
  });
});
