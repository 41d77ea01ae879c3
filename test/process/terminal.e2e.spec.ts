import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { LogPressure } from '../support/log-pressure.js';
import { eventually } from '../support/polling.js';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const CTRL_S = '\x13';
const CTRL_Q = '\x11';
/** util-linux's, which gives a command a terminal. */
const SCRIPT = spawnSync('script', ['--version']).status === 0;
if (!SCRIPT) process.stderr.write('Skipped: there is no script(1). On Debian: apt-get install bsdutils\n');

(SCRIPT ? describe : describe.skip)('a log on a terminal', () => {
  let terminal: ChildProcessWithoutNullStreams;
  let pressure: LogPressure | undefined;
  let shown = '';

  afterEach(async () => {
    pressure?.end();
    terminal.kill('SIGKILL');
    await once(terminal, 'close');
  });

  it('is readable, delays no answer while Ctrl-S stops it, and reports dropped lines', async () => {
    const env = { PATH: process.env.PATH, COPILOT_API_BASE_URL: 'sample', PORT: '0', RATE_LIMIT_PER_MINUTE: '0' };
    terminal = spawn('script', ['-qefc', `"${process.execPath}" "${MAIN}"`, '/dev/null'], { env });
    terminal.stdout.setEncoding('utf8').on('data', (chunk) => {
      shown += chunk;
    });
    const [, url = ''] = await eventually('the address', () => /INFO.*The bill: (http:.*)\/usage/.exec(shown));
    const caller = new LogPressure(url);
    pressure = caller;
    terminal.stdin.write(CTRL_S);
    expect(await caller.untilLinesDrop()).toEqual(new Set([200]));
    expect((await caller.ask('/usage')).status).toBe(200);

    terminal.stdin.write(CTRL_Q);
    await eventually('the loss', () => /WARN.*Lines were dropped here/.test(shown));
    await caller.ask('/usage', 'the-last');
    await eventually('the last line', () => shown.includes('the-last'));
  });
});
