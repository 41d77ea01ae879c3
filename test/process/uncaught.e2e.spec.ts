import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { BILL } from '../support/bill.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { hold } from '../support/held.js';
import { get, refused } from '../support/http-client.js';
import { message, period } from '../support/period.js';
import { type LogLine, ServiceProcess } from '../support/service-process.js';

const PRELOADED = `--import=${new URL('../support/uncaught-errors.mjs', import.meta.url).href}`;
const PERIOD = json(period(message()));
const FAILURE = { code: 1, signal: null };
const THROW = 'SIGUSR2';
const REJECT = 'SIGHUP';
const WARN = 'SIGWINCH';

const fatal = (message: string, origin: string) => ({
  level: 60,
  time: expect.any(Number),
  err: { type: 'Error', message, stack: expect.stringContaining('uncaught-errors.mjs') },
  origin,
  msg: 'Uncaught error: the service stops',
});
const THROWN = fatal('thrown where nothing catches', 'uncaughtException');
const REJECTED = fatal('rejected where nothing catches', 'unhandledRejection');

describe('a process that an error escapes', () => {
  let upstream: FakeUpstream;
  let service: ServiceProcess;
  let url: string;

  beforeAll(async () => {
    upstream = await FakeUpstream.start();
  });
  beforeEach(async () => {
    upstream.reset();
    upstream.on(MESSAGES, PERIOD);
    service = ServiceProcess.start({
      COPILOT_API_BASE_URL: upstream.baseUrl,
      PORT: '0',
      NODE_OPTIONS: PRELOADED,
      UPSTREAM_TIMEOUT_MS: '20000',
      UPSTREAM_DEADLINE_MS: '20000',
    });
    url = await service.url();
  });
  afterEach(() => service.end());
  afterAll(() => upstream.stop());

  const fatalLines = (): LogLine[] => service.log.filter(({ level }) => level === 60);

  /** Asks for a bill, and resolves once the upstream is asked for it. */
  const heldBill = async () => {
    const held = hold(PERIOD);
    upstream.on(MESSAGES, held.answer);
    const bill = get(`${url}/usage`);
    await held.asked;
    return { bill, release: held.release };
  };

  it.each([
    ['thrown', THROW, THROWN],
    ['a rejection', REJECT, REJECTED],
  ] as const)('%s, logs it, finishes the request under way, and exits with 1', async (_error, cause, line) => {
    const { bill, release } = await heldBill();
    service.signal(cause);
    await refused(url);
    release();

    expect(await bill).toEqual({ status: 200, body: BILL });
    expect(await service.exit).toEqual(FAILURE);
    expect(fatalLines()).toEqual([line]);
    expect(service.output.join('\n')).not.toContain('the text of a message');
    expect(await service.stderr).toBe('');
  });

  it('and others after it, logs each and stops once', async () => {
    const { bill, release } = await heldBill();
    service.signal(THROW);
    await refused(url);
    service.signal(REJECT);
    await service.entry(/^Uncaught error/);
    service.signal(THROW);
    service.signal('SIGTERM');
    // Each signal is taken by the time that a later one has been.
    service.signal(WARN);
    release();

    expect(await bill).toEqual({ status: 200, body: BILL });
    expect(await service.exit).toEqual(FAILURE);
    expect(fatalLines()).toEqual(expect.arrayContaining([THROWN, REJECTED]));
  });

  it('while it stops, finishes as it would have, and exits with 1', async () => {
    const { bill, release } = await heldBill();
    service.signal('SIGTERM');
    await refused(url);
    service.signal(THROW);
    await service.entry(/^Uncaught error/);
    release();

    expect(await bill).toEqual({ status: 200, body: BILL });
    expect(await service.exit).toEqual(FAILURE);
    expect(fatalLines()).toEqual([THROWN]);
  });

  it('and whose log stalls, ends all the same', async () => {
    service.pauseReading();
    service.signal(THROW);
    expect(await service.ended).toEqual(FAILURE);
    service.resumeReading();
    await service.exit;
    expect(fatalLines()).toEqual([THROWN]);
  });
});
