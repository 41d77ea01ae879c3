import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { PERIOD } from '../support/compared-period.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { apiKey } from '../support/keys.js';
import { report } from '../support/period.js';
import { FLAT, FLAT_REFERENCE } from '../support/price-lists.js';
import { useService } from '../support/use-service.js';

const PROGRAM = fileURLToPath(new URL('../../dist/bin/rate-card.js', import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe('npm run rate-card', () => {
  const edge = useService({ settings: { apiKeys: [apiKey('finance', 'key-of-finance', 'usage:read')] } });
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rate-card-'));
    const vectors = [{ text: 'What is the rent?', credits: 1.5 }];
    writeFileSync(join(folder, 'flat.json'), JSON.stringify({ ...FLAT, vectors }));
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify({ ...FLAT, vectors: [{ text: 'hi', credits: 2 }] }));
    writeFileSync(join(folder, 'standard.json'), JSON.stringify({ ...FLAT, id: 'standard' }));
    writeFileSync(join(folder, 'key'), 'key-of-finance\n');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs the command in the folder of the cards. */
  const run = (...words: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(process.execPath, [PROGRAM, ...words], { cwd: folder }, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
      );
    });

  const tryFlat = async (...words: string[]): Promise<Ended> => {
    edge.upstream.on(MESSAGES, json(PERIOD)).on('/reports/7', json(report()));
    return run('try', 'flat.json', '--url', await edge.app.getUrl(), ...words);
  };

  it('checks a card and prints it as sentences', async () => {
    expect(await run('check', 'flat.json')).toEqual({
      code: 0,
      stdout: `flat: Flat\n  1. 1.50 for every message (base_cost)\nexamples priced as they say: 1\nSHA-256 ${FLAT_REFERENCE.sha256}\n`,
      stderr: '',
    });
  });

  it.each([
    { file: 'wrong.json', reason: 'wrong.json: vectors[0].credits is 2, but "hi" costs 1.5' },
    { file: 'standard.json', reason: 'standard.json: id is standard, which is a bundled rate card' },
    { file: 'key', reason: 'key is not JSON: ' },
    { file: 'none.json', reason: 'none.json does not exist' },
  ])('refuses $file, names what is wrong and exits with 1', async ({ file, reason }) => {
    const checked = await run('check', file);
    expect(checked).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(reason) });
    expect(await run('try', file)).toEqual(checked);
  });

  it('exits with 2 and its usage for a command that it does not know', async () => {
    expect(await run('bill')).toMatchObject({ code: 2, stderr: expect.stringContaining('no command "bill"\nUsage:') });
  });

  it('tries a card on the current period of a service', async () => {
    const { code, stdout, stderr } = await tryFlat('--key-file', 'key');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('flat instead of standard, for the period current');
    expect(stdout).toMatch(/^message 3 +1\.05 +1\.50 +\+0\.45$/m);
  });

  it('gives the answer of the service as it is for --json', async () => {
    const { stdout } = await tryFlat('--key-file', 'key', '--json');
    const headers = { Authorization: 'Bearer key-of-finance' };
    const answer = await edge.ask('post', '/v1/usage/comparison').set(headers).send(FLAT).expect(200);
    expect(stdout).toBe(`${answer.text}\n`);
  });

  it.each([
    { words: [], reason: 'answered 401: ' },
    { words: ['--key-file', 'key', '--period', '2024-04-29'], reason: 'answered 404: ' },
    { words: ['--key-file', 'none'], reason: 'none does not exist' },
    { words: ['--url', 'http://127.0.0.1:1'], reason: 'cannot reach http://127.0.0.1:1: ' },
  ])('says why there is no answer and exits with 1: $words', async ({ words, reason }) => {
    expect(await tryFlat(...words)).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(reason) });
  });
});
