import { Agent } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { slow } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { GOOD, GOOD_BILL, serveGoodPeriod } from '../support/good-period.js';
import { hold } from '../support/held.js';
import { get, refused } from '../support/http-client.js';
import { socketsOf } from '../support/process-files.js';
import { ServiceProcess } from '../support/service-process.js';
import { SETTINGS } from './at-sockets.js';
import { Callers, LOST, REFUSED, RIGHT } from './callers.js';

const CALLERS = 20;
const ONE_EACH = new Agent({ keepAlive: false });

describe('a process under load', () => {
  let upstream: FakeUpstream;
  let service: ServiceProcess;
  let url: string;
  let callers: Callers;

  const start = (port: string): Promise<string> => {
    // The upstream is held up until the service stops listening, which takes the time it takes.
    const patience = { UPSTREAM_TIMEOUT_MS: '10000', UPSTREAM_DEADLINE_MS: '20000' };
    service = ServiceProcess.start({ ...SETTINGS, ...patience, PORT: port, COPILOT_API_BASE_URL: upstream.baseUrl });
    return service.url();
  };

  beforeAll(async () => {
    upstream = await FakeUpstream.start();
  });
  beforeEach(async () => {
    serveGoodPeriod(upstream).on(MESSAGES, slow(5, GOOD[MESSAGES]));
    url = await start('0');
    callers = new Callers(CALLERS, `${url}/usage`, GOOD_BILL.body);
    await callers.have(RIGHT, 20);
  });
  afterEach(async () => {
    await callers.stop();
    await service.end();
  });
  afterAll(() => upstream.stop());

  /** Resolves once as many sockets are open as a moment before. */
  const settled = async (): Promise<void> => {
    for (let last = Infinity, now = socketsOf(service.pid); now < last; now = socketsOf(service.pid)) {
      last = now;
      for (let times = 0; times < 20; times += 1) await get(`${url}/health/live`, ONE_EACH);
    }
  };

  it('that is told to stop loses none of the requests that it has taken', async () => {
    await callers.stop();
    const held = hold(GOOD[MESSAGES]);
    upstream.on(MESSAGES, held.answer);
    // Those of the callers close when they like.
    await settled();
    const before = socketsOf(service.pid);
    const bills = Array.from({ length: 50 }, () => get(`${url}/usage`, ONE_EACH));
    await held.asked;
    while (socketsOf(service.pid) < before + bills.length) await get(`${url}/health/live`, ONE_EACH);
    // What came over those connections was there before this, and is read by the time it is answered.
    await get(`${url}/health/live`, ONE_EACH);

    service.signal('SIGTERM');
    await refused(url);
    held.release();

    expect(await Promise.all(bills)).toEqual(bills.map(() => ({ status: 200, body: GOOD_BILL.body })));
    expect(await service.exit).toEqual({ code: 0, signal: null });
  });

  it('that is killed and started again loses the requests under way and no other', async () => {
    service.signal('SIGKILL');
    await callers.have(REFUSED, 1);
    await start(new URL(url).port);
    await callers.have(RIGHT, 20);
    await callers.stop();

    expect([...callers.outcomes.keys()].toSorted()).toEqual([REFUSED, LOST, RIGHT]);
    expect(callers.outcomes.get(LOST)).toBeLessThanOrEqual(CALLERS + 1);
  });
});
