import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '../bench/processes/free-port.js';
import { get } from '../support/http-client.js';
import { type Exit, ServiceProcess } from '../support/service-process.js';

const PRELOADED = `--import=${new URL('../support/uncaught-errors.mjs', import.meta.url).href}`;
const WARN = 'SIGWINCH';

describe('a standard error that cannot be written', () => {
  let service: ServiceProcess;

  afterEach(() => service.end());

  it.each(['2>/dev/full', '2>&-', '2</dev/null', '>/dev/full 2>&1'])(
    '(%s) does not change how bad settings end the process',
    async (redirection) => {
      service = ServiceProcess.startRedirected({}, redirection);
      expect(await service.exit).toEqual({ code: 1, signal: null });
    },
  );

  it('because its reader has left, does not change the exit code for bad settings', async () => {
    service = ServiceProcess.start({});
    service.stopReadingErrors();
    expect(await service.exit).toEqual({ code: 1, signal: null });
  });

  it.each(['2>/dev/full', '2>&-', '2</dev/null'])('(%s) makes no warning of Node fatal', async (redirection) => {
    const port = await freePort();
    const env = { COPILOT_API_BASE_URL: 'sample', PORT: String(port), NODE_OPTIONS: PRELOADED };
    service = ServiceProcess.startRedirected(env, redirection);
    expect(await exitAfterWarnings(await service.url())).toEqual({ code: 0, signal: null });
  });

  it('because its reader has left, makes no warning of Node fatal', async () => {
    service = ServiceProcess.start({ COPILOT_API_BASE_URL: 'sample', PORT: '0', NODE_OPTIONS: PRELOADED });
    const url = await service.url();
    service.stopReadingErrors();
    expect(await exitAfterWarnings(url)).toEqual({ code: 0, signal: null });
  });

  /** Has Node warn several times, and stops the service. Resolves with how it ended. */
  const exitAfterWarnings = async (url: string): Promise<Exit> => {
    for (let times = 0; times < 3; times += 1) {
      service.signal(WARN);
      expect((await get(`${url}/health/live`)).status).toBe(200);
    }
    service.signal('SIGTERM');
    return service.exit;
  };
});
