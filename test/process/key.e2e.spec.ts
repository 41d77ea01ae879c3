import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ServiceProcess } from '../support/service-process.js';

const PRINT_KEY = fileURLToPath(new URL('../../dist/bin/print-key.js', import.meta.url));

const run = async (...words: string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, [PRINT_KEY, ...words])).stdout;

const printed = /^The key, for the caller; it is not stored anywhere:\n {2}(\S+)\nIts entry in API_KEYS:\n {2}(\S+)\n$/;

describe('npm run key', () => {
  let service: ServiceProcess | undefined;
  afterEach(async () => {
    await service?.end();
    service = undefined;
  });

  it('prints a key and its entry for API_KEYS', async () => {
    const [, key = '', entry = ''] = printed.exec(await run('billing-team')) ?? [];
    const [, scraper = '', scrapers = ''] = printed.exec(await run('scraper', 'metrics:read')) ?? [];
    expect(entry).toMatch(/^billing-team:[0-9a-f]{64}$/);
    expect(scrapers).toMatch(/^scraper:[0-9a-f]{64}:metrics:read$/);
    for (const scopes of [['usage:read+ledger:write'], ['usage:read', 'ledger:write']])
      expect(await run('controller', ...scopes)).toMatch(/^ {2}controller:[0-9a-f]{64}:usage:read\+ledger:write$/m);

    service = ServiceProcess.start({ COPILOT_API_BASE_URL: 'sample', PORT: '0', API_KEYS: `${entry},${scrapers}` });
    const url = `${await service.url()}/usage`;
    const statusWith = async (headers: Record<string, string>) => (await fetch(url, { headers })).status;
    expect(await statusWith({ Authorization: `Bearer ${key}` })).toBe(200);
    expect(await statusWith({ 'X-API-Key': key })).toBe(200);
    expect(await statusWith({ Authorization: `Bearer ${scraper}` })).toBe(403);
    expect(await statusWith({ Authorization: `Bearer ${key}x` })).toBe(401);
    expect(service.output.join('\n')).not.toContain(key);
  });

  it.each<{ words: string[]; reason: RegExp }>`
    words                        | reason
    ${[]}                        | ${/^Error: A name has 1 to 64 letters.*\nUsage: npm run key -- NAME \[SCOPE \.{3}\]\n$/}
    ${['a name']}                | ${/^Error: A name has 1 to 64 letters/}
    ${['reporting', 'all:read']} | ${/^Error: Scopes are usage:read, receipts:read, text:read, metrics:read, ledger:write, with \+ between them\n/}
  `('reports what is wrong with $words and exits with 1', async ({ words, reason }) => {
    await expect(run(...words)).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(reason) });
  });
});
