import { readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../bench/processes/free-port.js';
import { Fifo } from '../support/fifo.js';
import { LogPressure } from '../support/log-pressure.js';
import { eventually } from '../support/polling.js';
import { type Exit, type LogLine, ServiceProcess } from '../support/service-process.js';

const SETTINGS = { COPILOT_API_BASE_URL: 'sample', PORT: '0', RATE_LIMIT_PER_MINUTE: '0' };
const CLEAN_EXIT = { code: 0, signal: null };
const ANSWERED = new Set([200]);

/** How many requests the lines tell of, those among them that were dropped. */
const toldOf = (lines: readonly LogLine[]): number =>
  lines.reduce((sum, { request_id: id, dropped_lines: dropped }) => sum + (id ? 1 : 0) + Number(dropped ?? 0), 0);

describe('a log that cannot be written', () => {
  let service: ServiceProcess;
  let pressure: LogPressure | undefined;
  let fifo: Fifo | undefined;

  afterEach(async () => {
    pressure?.end();
    await service.end();
    fifo?.remove();
    fifo = undefined;
  });

  const startOn = async (redirection: string, prepare?: string): Promise<LogPressure> => {
    const port = await freePort();
    service = ServiceProcess.startRedirected({ ...SETTINGS, PORT: String(port) }, redirection, prepare);
    return answersAt(`http://127.0.0.1:${port}`);
  };

  /** Resolves once the service answers there. */
  const answersAt = (url: string): Promise<LogPressure> => {
    const caller = new LogPressure(url);
    pressure = caller;
    return eventually('an answer', () =>
      caller.ask('/health/live').then(
        () => caller,
        () => undefined,
      ),
    );
  };

  const statusesOfRoutes = async (caller: LogPressure): Promise<Set<number | undefined>> => {
    const statuses = new Set<number | undefined>();
    for (const path of [
      '/',
      '/usage',
      '/v1/usage/summary',
      '/health/live',
      '/health/ready',
      '/dashboard',
      '/docs-json',
    ])
      statuses.add((await caller.ask(path)).status);
    return statuses;
  };

  const exitOnSigterm = (): Promise<Exit> => {
    service.signal('SIGTERM');
    return service.exit;
  };

  it('because its reader stalls, loses lines but no answers; the loss is counted, and logged in its place', async () => {
    service = ServiceProcess.start(SETTINGS);
    const caller = new LogPressure(await service.url());
    pressure = caller;
    service.pauseReading();
    expect(await caller.untilLinesDrop()).toEqual(ANSWERED);
    expect(await statusesOfRoutes(caller)).toEqual(ANSWERED);

    service.resumeReading();
    const loss = await service.entry(/^Lines were dropped/);
    const dropped = await caller.dropped();
    expect(loss).toEqual({
      level: 40,
      time: expect.any(Number),
      dropped_lines: dropped,
      cause: 'EAGAIN',
      msg: 'Lines were dropped here: the log could not be written',
    });
    await caller.ask('/usage', 'the-last');
    await eventually('the last line', () => service.log.find(({ request_id: id }) => id === 'the-last'));
    expect(toldOf(service.log)).toBe(caller.requests);
    expect(await exitOnSigterm()).toEqual(CLEAN_EXIT);
  });

  it('because the reader of a pipe stalls and leaves, continues with the next reader', async () => {
    const pipe = new Fifo();
    fifo = pipe;
    service = ServiceProcess.startRedirected(SETTINGS, `> ${pipe.path}`);
    const [, url = ''] = await eventually('the address', () => /The bill: (http:[^"]*)\/usage/.exec(pipe.read()));
    const caller = await answersAt(url);
    expect(await caller.untilLinesDrop()).toEqual(ANSWERED);
    pipe.close();
    expect(await statusesOfRoutes(caller)).toEqual(ANSWERED);

    pipe.open();
    await eventually('the loss', () => pipe.read().includes('Lines were dropped'));
    await caller.ask('/usage', 'the-last');
    await eventually('the last line', () => pipe.read().includes('the-last') || undefined);
    expect(await exitOnSigterm()).toEqual(CLEAN_EXIT);
  });

  it('because its reader stalls for good, does not keep the process from exiting', async () => {
    service = ServiceProcess.start(SETTINGS);
    const caller = new LogPressure(await service.url());
    pressure = caller;
    service.pauseReading();
    await caller.untilLinesDrop();
    service.signal('SIGTERM');
    expect(await service.ended).toEqual(CLEAN_EXIT);
    service.resumeReading();
  });

  it.each([
    ['a full disk from the start', '> /dev/full'],
    ['a full disk, standard error too', '> /dev/full 2>&1'],
    ['no standard output', '>&-'],
    ['neither output', '>&- 2>&-'],
    ['a descriptor that cannot be written', '1</dev/null'],
  ])('because of %s, loses lines but no answers', async (_cause, redirection) => {
    const caller = await startOn(redirection);
    expect(await statusesOfRoutes(caller)).toEqual(ANSWERED);
    expect(await exitOnSigterm()).toEqual(CLEAN_EXIT);
  });

  it('because its file cannot grow, continues once there is space', async () => {
    // Stands for a full disk, which only root could make: a file of 64 blocks of 512 bytes at most.
    const caller = await startOn('>> log', 'ulimit -f 64');
    const log = join(service.folder, 'log');
    expect(await caller.untilLinesDrop()).toEqual(ANSWERED);

    let lines = '';
    const makeRoom = async (): Promise<true | undefined> => {
      lines += readFileSync(log, 'utf8');
      truncateSync(log);
      await caller.ask('/usage', 'the-last');
      return lines.includes('"the-last"') || undefined;
    };
    await eventually('the last line', makeRoom);
    expect(lines).toContain('"cause":"EFBIG","msg":"Lines were dropped here: the log could not be written"');
    expect(await exitOnSigterm()).toEqual(CLEAN_EXIT);
  });
});
