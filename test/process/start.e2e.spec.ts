import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { get } from '../support/http-client.js';
import { Scrape } from '../support/prometheus.js';
import { ServiceProcess } from '../support/service-process.js';

const WARNING = 40;
const BASE_URL_IS_REQUIRED =
  'COPILOT_API_BASE_URL is required: an http(s) URL without credentials, query or fragment, or the word sample for the bundled sample period';

const KEYS_ARE_REQUIRED =
  'API_KEYS is required where NODE_ENV is production and HOST is not loopback; ALLOW_OPEN=true does without';
const KEYS_ARE_ENTRIES =
  'API_KEYS must be entries name:SHA-256 or name:SHA-256:scope+scope with commas between them, no SHA-256 twice; scopes are usage:read, receipts:read, text:read, metrics:read, ledger:write';
const OPEN = { COPILOT_API_BASE_URL: 'sample', NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '0' };
const HASH = '3f'.repeat(32);

describe('node dist/main.js', () => {
  let service: ServiceProcess;

  const start = (env: NodeJS.ProcessEnv, dotEnv?: string): ServiceProcess => {
    service = ServiceProcess.start(env, dotEnv);
    return service;
  };

  afterEach(() => service.end());

  it.each<{ behaviour: string; env: NodeJS.ProcessEnv; problems: string[] }>`
    behaviour                                          | env                                                               | problems
    ${'without settings, names the required one'}      | ${{}}                                                             | ${[BASE_URL_IS_REQUIRED]}
    ${'with bad settings, names all of them'}          | ${{ PORT: 'http', UPSTREAM_RETRIES: '-1', LOG_LEVEL: 'hunter2' }} | ${[BASE_URL_IS_REQUIRED, 'PORT must be a whole number from 0 to 65535', 'UPSTREAM_RETRIES must be a whole number from 0 to 10', 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent']}
    ${'open in production, names API_KEYS'}            | ${OPEN}                                                           | ${[KEYS_ARE_REQUIRED]}
    ${'with a key for a hash, does not print it'}      | ${{ COPILOT_API_BASE_URL: 'sample', API_KEYS: 'me:hunter2' }}     | ${[KEYS_ARE_ENTRIES]}
    ${'with a password in the URL, does not print it'} | ${{ COPILOT_API_BASE_URL: 'https://me:hunter2@upstream.test' }}   | ${[BASE_URL_IS_REQUIRED]}
  `('$behaviour, and exits with 1', async ({ env, problems }) => {
    const { exit, stderr } = start(env);
    expect(await exit).toEqual({ code: 1, signal: null });
    expect(await stderr).toBe(
      ['SettingsError: These settings are wrong:', ...problems.map((problem) => `  ${problem}`), ''].join('\n'),
    );
    expect(service.output.join('\n')).not.toMatch(/hunter2|\n {4}at /);
  });

  it('with bad price lists in its folder, names all of them and exits with 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rate-cards-'));
    writeFileSync(join(folder, 'a.json'), '{"id":"a","title":"A","rules":[{"rule":"base_cost","credits":-1}]}');
    writeFileSync(join(folder, 'b.json'), '{"id":"standard","title":"B","rules":[{"rule":"palindrome"}]}');
    const { exit, stderr } = start({ COPILOT_API_BASE_URL: 'sample', RATE_CARDS_DIR: folder });
    expect(await exit).toEqual({ code: 1, signal: null });
    expect(await stderr).toBe(
      'RateCardsFolderError: RATE_CARDS_DIR is refused:\n' +
        '  a.json: rules[0].credits must be >= 0\n' +
        '  b.json: id is standard, which is a bundled rate card\n',
    );
    rmSync(folder, { recursive: true });
  });

  it('with a billing card that is not among its price lists, names those that are and exits with 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rate-cards-'));
    writeFileSync(join(folder, 'a.json'), '{"id":"flat","title":"A","rules":[{"rule":"base_cost","credits":1}]}');
    const { exit, stderr } = start({ COPILOT_API_BASE_URL: 'sample', RATE_CARDS_DIR: folder, RATE_CARD: 'falt' });
    expect(await exit).toEqual({ code: 1, signal: null });
    expect(await stderr).toBe(
      'RateCardScheduleError: RATE_CARD: falt is unknown: did you mean flat? allowed: standard, token-estimate, flat\n',
    );
    rmSync(folder, { recursive: true });
  });

  it('with a port that is in use, says so and exits with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;

    const TMPDIR = mkdtempSync(join(tmpdir(), 'start-'));
    const { exit, stderr } = start({ COPILOT_API_BASE_URL: 'sample', PORT: String(port), TMPDIR });
    expect(await exit).toEqual({ code: 1, signal: null });
    expect(await stderr).toBe(`Error: listen EADDRINUSE: address already in use 127.0.0.1:${port}\n`);
    expect(service.output.join('\n')).not.toMatch(/\\n +at /);
    // The ledger of the sample is gone with the process.
    expect(readdirSync(TMPDIR)).toEqual([]);
    rmSync(TMPDIR, { recursive: true });
    other.close();
  });

  it('shows in its first scrape what starting has cost the process', async () => {
    // So little room for new objects that no Node starts without collecting garbage.
    const NODE_OPTIONS = '--max-semi-space-size=1';
    const url = await start({ COPILOT_API_BASE_URL: 'sample', PORT: '0', NODE_OPTIONS }).url();
    const scrape = new Scrape(await (await fetch(`${url}/metrics`)).text());
    const [longestLag = ''] = scrape.samples('nodejs_eventloop_lag_max_seconds');
    expect(Number(longestLag.split(' ')[1])).toBeGreaterThan(0);
    expect(scrape.samples('nodejs_gc_duration_seconds_count')).not.toEqual([]);
  });

  it('on a pipe, logs JSON lines and ends the start with its addresses', async () => {
    const url = await start({ COPILOT_API_BASE_URL: 'sample', PORT: '0' }).url();
    await service.line(/^The dashboard: /);
    expect(service.log).toEqual(
      service.log.map(() => ({
        level: 30,
        time: expect.any(Number),
        context: expect.any(String),
        msg: expect.any(String),
      })),
    );
    expect(service.log.slice(-4).map(({ context, msg }) => ({ context, msg }))).toEqual([
      { context: 'Service', msg: `The bill: ${url}/usage` },
      { context: 'Service', msg: `Documentation: ${url}/docs` },
      { context: 'Service', msg: `Everything else: ${url}/` },
      { context: 'Service', msg: `The dashboard: ${url}/dashboard` },
    ]);
  });

  it('warns in production that the sample period is not real', async () => {
    await start({ COPILOT_API_BASE_URL: 'sample', PORT: '0', NODE_ENV: 'production' }).url();
    expect(service.log.filter(({ level }) => level >= WARNING)).toEqual([
      {
        level: WARNING,
        time: expect.any(Number),
        context: 'SampleUpstream',
        msg: 'SAMPLE DATA: every bill below is made from the bundled sample period, not from a real one',
      },
    ]);
  });

  const opennessOf = () => service.log.filter(({ msg }) => /OPEN/.test(msg)).map(({ level, msg }) => ({ level, msg }));

  it('logs that it is open if it has no keys', async () => {
    const url = await start({ COPILOT_API_BASE_URL: 'sample', PORT: '0' }).url();
    expect(opennessOf()).toEqual([
      { level: 30, msg: `OPEN: there are no API_KEYS, so anyone who can reach ${url} can read the bill` },
    ]);
    expect((await get(`${url}/usage`)).status).toBe(200);
  });

  it.each(['true', 'sample'])('warns that it is open to other machines if ALLOW_OPEN=%s allows it', async (allowed) => {
    await start({ ...OPEN, ALLOW_OPEN: allowed }).url();
    expect(opennessOf()).toEqual([
      {
        level: WARNING,
        msg: expect.stringMatching(/^OPEN: there are no API_KEYS, so anyone who can reach http:.* can read the bill$/),
      },
    ]);
  });

  it('is closed and logs no such line if it has keys', async () => {
    const url = await start({ ...OPEN, API_KEYS: `billing-team:${HASH}` }).url();
    expect(opennessOf()).toEqual([]);
    expect((await get(`${url}/usage`)).status).toBe(401);
    expect((await get(`${url}/health/live`)).status).toBe(200);
  });

  it('reads .env in its working directory; the environment takes precedence', async () => {
    const url = await start({ PORT: '0' }, 'COPILOT_API_BASE_URL=sample\nPORT=http\nLOG_LEVEL=debug\n').url();
    expect((await get(`${url}/usage`)).status).toBe(200);
  });

  it('exits with 1 if .env has a bad setting', async () => {
    const { exit, stderr } = start({ COPILOT_API_BASE_URL: 'sample' }, 'UPSTREAM_TIMEOUT_MS=soon\n');
    expect(await exit).toEqual({ code: 1, signal: null });
    expect(await stderr).toBe(
      'SettingsError: These settings are wrong:\n  UPSTREAM_TIMEOUT_MS must be a whole number from 1 to 2147483647\n',
    );
  });

  it('warns of a variable that looks like a setting, without its value', async () => {
    await start({ COPILOT_API_BASE_URL: 'sample', PORT: '0', LOGLEVEL: 'secret' }).url();
    const warnings = service.log.filter(({ level }) => level >= WARNING).map(({ context, msg }) => ({ context, msg }));
    expect(warnings).toEqual([
      { context: 'Service', msg: 'LOGLEVEL is not a setting, and is ignored: did you mean LOG_LEVEL?' },
    ]);
  });

  it('keeps answering after the reader of its log has left', async () => {
    const url = await start({ COPILOT_API_BASE_URL: 'sample', PORT: '0' }).url();
    service.stopReading();
    for (let times = 0; times < 3; times += 1) expect((await get(`${url}/health/live`)).status).toBe(200);
    service.signal('SIGTERM');
    expect(await service.exit).toEqual({ code: 0, signal: null });
  });
});

describe('node dist/main.js with a directory named .env', () => {
  it('says so in plain words and exits with 1', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'env-'));
    mkdirSync(join(folder, '.env'));
    const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
    const { status, stderr } = spawnSync(process.execPath, [main], {
      cwd: folder,
      env: { PATH: process.env.PATH, COPILOT_API_BASE_URL: 'sample', PORT: '0' },
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'Error: .env cannot be read: it is a directory\n' });
  });
});
