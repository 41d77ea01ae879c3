import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import type { LedgerStore } from '../../src/ledger/store/ledger-store.js';
import { openSqliteStore } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import { createLedgerFolder, type LedgerFolder } from '../support/ledger-folder.js';
import { commit, FIRST, journalText, sealOf, SECOND } from './rows.js';
import { describeStore } from './store-contract.js';

describeStore('SQLite', async () => {
  const { fileOf, clear } = await createLedgerFolder();
  return { open: (file, source) => openSqliteStore(fileOf(file), source), fileOf, clear };
});

const CONFIRMED = '2024-05-05T00:00:00.000Z';
/** The journal that each test begins with. */
const FILLED = `1, 2 (confirmed ${CONFIRMED})`;

describe('the store on SQLite', () => {
  let folder: LedgerFolder;
  let file: string;
  let store: LedgerStore;
  let database: DatabaseSyncInstance;

  beforeEach(async () => {
    folder = await createLedgerFolder();
    file = folder.fileOf('data/ledger.db');
    store = await openSqliteStore(file, 'default');
    database = new DatabaseSync(file);
    await store.append(
      commit(0, {
        rows: [FIRST, SECOND],
        seals: [sealOf('2024-04-29')],
        rateCards: [{ sha256: 'a', document: '{}' }],
      }),
    );
    await store.append(commit(2, { confirmedAt: CONFIRMED }));
  });

  afterEach(async () => {
    database.close();
    await store.close();
    await folder.clear();
  });

  it('keeps sources apart', async () => {
    const other = await openSqliteStore(file, 'sample');
    expect(await journalText(other)).toBe('');
    await other.append(commit(0, { rows: [FIRST], seals: [sealOf('2024-04-29')] }));
    expect(await journalText(store)).toBe(FILLED);
    await other.close();
  });

  it('makes file and folder for their owner alone, and a backup too', async () => {
    await store.backup(folder.fileOf('copy.db'));
    const modes = ['data', 'data/ledger.db', 'data/ledger.db-wal', 'copy.db'].map(
      (name) => statSync(folder.fileOf(name)).mode & 0o777,
    );
    expect(modes.map((mode) => mode.toString(8))).toEqual(['700', '600', '600', '600']);
  });

  it.each([
    ['update journal set outcome = 1', 'a row of the journal never changes'],
    ['update journal set number = 9 where number = 2', 'a row of the journal never changes'],
    ['update journal set confirmed_at = 1 where number = 1', 'only the newest row of the journal is confirmed'],
    ['delete from journal where number = 2', 'a row of the journal never changes'],
    [
      "insert into journal select source, 4, kind, at, reading, period, outcome, document, chain, '' from journal limit 1",
      'a row of the journal comes after the newest',
    ],
    [
      'insert or replace into journal select * from journal where number = 2',
      'a row of the journal comes after the newest',
    ],
    ["insert into confirmation values ('default', 1, '')", 'only the newest row of the journal is confirmed'],
    ["insert into confirmation values ('default', 3, '')", 'only the newest row of the journal is confirmed'],
    ['update confirmation set row = 1', 'only the newest row of the journal is confirmed'],
    ['delete from confirmation', 'a confirmation is never deleted'],
    ["update period_seal set digest = ''", 'a closed period never changes'],
    ['delete from period_seal', 'a closed period never changes'],
    ["update rate_card set document = ''", 'a rate card that priced something never changes'],
    ['delete from rate_card', 'a rate card that priced something never changes'],
  ])('refuses whoever opens the file: %s', (statement, message) => {
    expect(() => database.exec(statement)).toThrow(message);
  });

  it('keeps the confirmations of a version that wrote them into the journal', async () => {
    database.exec(
      `drop table confirmation;
       delete from kysely_migration where name = '002';
       update journal set confirmed_at = '2024-05-01T00:00:00.000Z' where number = 2`,
    );
    const migrated = await openSqliteStore(file, 'default');
    expect(await journalText(migrated)).toBe('1, 2 (confirmed 2024-05-01T00:00:00.000Z)');
    await migrated.append(commit(2, { confirmedAt: '2024-05-02T00:00:00.000Z' }));
    expect(await journalText(migrated)).toBe('1, 2 (confirmed 2024-05-02T00:00:00.000Z)');
    await migrated.close();
  });

  it('has the later of two confirmations where such a version goes on writing', async () => {
    database.exec("update journal set confirmed_at = '2024-05-06T00:00:00.000Z' where number = 2");
    expect(await journalText(store)).toBe('1, 2 (confirmed 2024-05-06T00:00:00.000Z)');
  });

  it('is read beside the service by who cannot write', async () => {
    const reader = await openSqliteStore(file, 'default', { readOnly: true });
    database.exec('begin immediate');
    expect(await journalText(reader)).toBe(FILLED);
    database.exec('rollback');
    await reader.close();
  });
});
