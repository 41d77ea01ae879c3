import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APRIL, copyLedger, JUNE, MAY, SOURCE, tamper, writeLedger } from '../../../test/support/verified-ledger.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import { verifyLedger, type VerifyOptions } from './verify-ledger.js';

const verify = async (file: string, options: Partial<VerifyOptions> = {}): Promise<string[]> => {
  const source = options.source ?? SOURCE;
  const store = await openSqliteStore(file, source, { readOnly: true });
  const right: string[] = [];
  try {
    await verifyLedger(store, { source, ...options, onRight: (facts) => right.push(facts.join('  ')) });
    return right;
  } finally {
    await store.close();
  }
};

describe('the verification of a ledger', () => {
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    file = join(folder, 'ledger.db');
    await writeLedger(file);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const tampered = (statement: string): string => {
    const copy = join(folder, 'tampered.db');
    rmSync(copy, { force: true });
    copyLedger(file, copy);
    tamper(copy, statement);
    return copy;
  };

  it('states the facts of the journal and of each period', async () => {
    expect(await verify(file)).toEqual([
      expect.stringMatching(
        /^journal {2}\d+ rows {2}newest reading \d+, seen 2024-06-29T16:00:00.000Z {2}chain [0-9a-f]{64}$/,
      ),
      expect.stringMatching(/^2024-04-29 {2}closed {2}4 messages {2}\d+\.\d+ credits {2}digest [0-9a-f]{64}$/),
      expect.stringMatching(/^2024-05-29 {2}closed {2}3 messages {2}\d+\.\d+ credits {2}digest [0-9a-f]{64}$/),
      expect.stringMatching(/^2024-06-28 {2}open {2}2 messages {2}\d+\.\d+ credits$/),
    ]);
  });

  it('can be of one period', async () => {
    expect(await verify(file, { period: MAY })).toEqual([
      expect.stringMatching(/^journal /),
      expect.stringMatching(/^2024-05-29 /),
    ]);
    await expect(verify(file, { period: '2024-01-01' })).rejects.toThrow(
      `There is no period 2024-01-01: the newest are ${JUNE}, ${MAY}, ${APRIL}`,
    );
  });

  it('is not passed by a ledger that has nothing of the source', async () => {
    await expect(verify(file, { source: 'other' })).rejects.toThrow('the ledger has nothing of the source "other"');
  });

  it.each<{ damage: string; statement: string; sentence: string | RegExp }>`
    damage                              | statement                                                                                                          | sentence
    ${'a row of other content'}         | ${"update journal set outcome = 'past' where number = 2"}                                                          | ${'row 2 of the journal is not what was written'}
    ${'a row that is gone'}             | ${'delete from journal where number = 3'}                                                                          | ${'row 3 of the journal is not what was written'}
    ${'a confirmation without time'}    | ${"update journal set confirmed_at = '2024-06' where number = 2"}                                                  | ${'row 2 of the journal is not what was written'}
    ${'a digest of another'}            | ${"update period_seal set digest = 'c0de' where position = 1"}                                                     | ${'the digest of period 2024-04-29 is not that of its manifest'}
    ${'a manifest with a space'}        | ${"update period_seal set manifest = manifest || ' ' where position = 1"}                                          | ${'the digest of period 2024-04-29 is not that of its manifest'}
    ${'lines of another period'}        | ${'update period_seal set lines = (select lines from period_seal where position = 1)'}                             | ${'the sealed lines of period 2024-05-29 are not those that its manifest names'}
    ${'lines that are no gzip'}         | ${"update period_seal set lines = x'00' where position = 2"}                                                       | ${'the sealed lines of period 2024-05-29 cannot be unpacked'}
    ${'reports of another cost'}        | ${"update period_seal set reports = replace(reports, '79.125', '80')"}                                             | ${'the report versions of period 2024-04-29 are not those that its manifest names'}
    ${'a period without a seal'}        | ${'delete from period_seal where position = 2'}                                                                    | ${'period 2024-05-29 is closed, and there is no seal of it'}
    ${'a seal of an open period'}       | ${"insert into period_seal select source, '2024-06-28', 3, lines, '', '', '' from period_seal where position = 1"} | ${'period 2024-06-28 is sealed, and the journal has no closing of it'}
    ${'a rate card that is gone'}       | ${'delete from rate_card'}                                                                                         | ${/^rate card [0-9a-f]{64}, which priced period 2024-04-29, is not there$/}
    ${'a rate card of other prices'}    | ${"update rate_card set document = replace(document, '\"', '')"}                                                   | ${/^rate card [0-9a-f]{64} is not what was written$/}
    ${'an explanation of others'}       | ${'update explanation set last_entry = last_entry + 1 where row = 1'}                                              | ${'the explanations that row 1 gave for lines 0 to 4 of period 2024-04-29 cannot be read'}
    ${'an explanation of a row before'} | ${'update explanation set row = row + 1 where row = 1'}                                                            | ${'the explanations that row 2 gave for lines 0 to 3 of period 2024-04-29 are of a line that the row did not price'}
  `('finds $damage', async ({ statement, sentence }) => {
    await expect(verify(tampered(statement))).rejects.toThrow(sentence);
  });
});
