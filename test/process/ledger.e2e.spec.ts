import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import { eventually } from '../support/polling.js';
import { ServiceProcess } from '../support/service-process.js';
import { APRIL, copyLedger, JUNE, MAY, SOURCE, tamper, writeLedger } from '../support/verified-ledger.js';

const PROGRAM = fileURLToPath(new URL('../../dist/bin/ledger.js', import.meta.url));

/** What the program prints, run in a folder with its `.env` and no other setting. Rejects if it exits with another code than 0. */
const run = async (cwd: string, ...words: string[]): Promise<string> => {
  const { PATH } = process.env;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [PROGRAM, ...words], { cwd, env: { PATH } });
  expect(stderr).toBe('');
  return stdout;
};

/** The exit of a run that fails. */
const refused = (code: number, stderr: unknown) => ({ code, stdout: '', stderr });

const VERIFIED = new RegExp(
  [
    String.raw`^journal  \d+ rows  newest reading \d+, seen 2024-06-29T16:00:00\.000Z  chain [0-9a-f]{64}  ok`,
    String.raw`2024-04-29  closed  4 messages  \d+\.\d+ credits  digest [0-9a-f]{64}  ok`,
    String.raw`2024-05-29  closed  3 messages  \d+\.\d+ credits  digest [0-9a-f]{64}  ok`,
    String.raw`2024-06-28  open  2 messages  \d+\.\d+ credits  ok`,
    '$',
  ].join('\n'),
);

describe('npm run ledger', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    file = join(folder, 'ledger.db');
    await writeLedger(file);
    writeFileSync(join(folder, '.env'), 'COPILOT_API_BASE_URL=http://127.0.0.1:9\nLEDGER_URL=file:./ledger.db\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('verifies the ledger of the settings, or of a file, a line for each thing', async () => {
    expect(await run(folder, 'verify')).toMatch(VERIFIED);
    expect(await run(tmpdir(), 'verify', '--file', file)).toMatch(VERIFIED);
    expect(await run(folder, 'verify', '--period', MAY)).toMatch(/^journal .*  ok\n2024-05-29 .*  ok\n$/);
  });

  it('writes a backup for its owner alone, and checks it', async () => {
    const copy = join(folder, 'backup.db');
    expect(await run(folder, 'backup', copy)).toMatch(
      /^\S+\/backup\.db  \d+ bytes  newest reading \d+, seen \S+  ok\n$/,
    );
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(await run(tmpdir(), 'check-backup', copy)).toMatch(VERIFIED);
    const again = refused(1, 'a backup is written to a new file only\n');
    await expect(run(folder, 'backup', copy)).rejects.toMatchObject(again);
    tamper(copy, "update journal set outcome = 'past' where number = 2");
    const damaged = refused(1, 'row 2 of the journal is not what was written\n');
    await expect(run(folder, 'check-backup', copy)).rejects.toMatchObject(damaged);
  });

  it('exports the lines that the digest of a closed period vouches for', async () => {
    const store = await openSqliteStore(file, SOURCE, { readOnly: true });
    const { manifest = '' } = (await store.seal(APRIL)) ?? {};
    await store.close();
    const csv = await run(folder, 'export', APRIL);
    const { lines } = JSON.parse(manifest) as { lines: unknown };
    expect(lines).toEqual({ sha256: createHash('sha256').update(csv).digest('hex'), bytes: Buffer.byteLength(csv) });
  });

  it('says what is damaged after what is not', async () => {
    const copy = join(folder, 'damaged.db');
    copyLedger(file, copy);
    tamper(copy, "update period_seal set lines = x'00' where position = 2");
    await expect(run(folder, 'verify', '--file', copy)).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^journal .*  ok\n2024-04-29 .*  ok\n$/),
      stderr: 'the sealed lines of period 2024-05-29 cannot be unpacked\n',
    });
    await expect(run(folder, 'export', MAY, '--file', copy)).rejects.toMatchObject(
      refused(1, 'the sealed lines of period 2024-05-29 are not those that its manifest names\n'),
    );
  });

  it.each<[string[], number, RegExp]>([
    [[], 2, /^no command is given\nUsage: npm run ledger -- COMMAND/],
    [['verify', '--file', 'none.db'], 1, /^none\.db: there is no database of the ledger yet\n$/],
    [['check-backup', '.env'], 1, /^\.env: the ledger's database is not a database, or is damaged\n$/],
    [['verify', '--source', 'other'], 1, /^the ledger has nothing of the source "other"\n$/],
    [['export', JUNE], 1, /^The period 2024-06-28 is not closed yet: it is sealed when it closes\n$/],
    [
      ['export', '2024-01-01'],
      1,
      /^There is no period 2024-01-01: the newest are 2024-06-28, 2024-05-29, 2024-04-29\n$/,
    ],
  ])('refuses %j with code %d', async (words, code, stderr) => {
    await expect(run(folder, ...words)).rejects.toMatchObject(refused(code, expect.stringMatching(stderr)));
  });

  it('asks for a file where the settings name none', async () => {
    const sentence = 'LEDGER_URL is not set: name the file of the ledger with --file PATH\n';
    writeFileSync(join(folder, '.env'), 'COPILOT_API_BASE_URL=http://127.0.0.1:9\n');
    await expect(run(folder, 'verify')).rejects.toMatchObject(refused(1, sentence));
  });
});

describe('npm run ledger beside the running service', () => {
  const SETTINGS = 'COPILOT_API_BASE_URL=sample\nPORT=0\nRATE_LIMIT_PER_MINUTE=0\nLEDGER_URL=file:./data/ledger.db\n';
  let service: ServiceProcess;
  beforeAll(async () => {
    service = ServiceProcess.start({}, SETTINGS);
    const url = await service.url();
    await eventually('the first reading', async () =>
      (await (await fetch(`${url}/v1/periods`)).text()).includes('"status":"open"'),
    );
  });
  afterAll(() => service.end());

  it('verifies what is written, and backs it up', async () => {
    const verified = /^[-\d]{10}  open  \d+ messages  \d+\.\d\d credits  ok$/m;
    expect(await run(service.folder, 'verify')).toMatch(verified);
    expect(await run(service.folder, 'backup', 'backup.db')).toMatch(
      /^backup\.db  \d+ bytes  newest reading \d+, .*  ok\n$/,
    );
    expect(await run(service.folder, 'check-backup', 'backup.db', '--source', 'sample')).toMatch(verified);
  });
});
