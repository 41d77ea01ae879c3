import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { StoreSettingError, StoreUnavailableError } from '../../src/ledger/store/store.errors.js';
import { openDatabase } from '../../src/ledger/store/sqlite/open-database.js';
import { openSqliteStore, storeOn } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import { refuseNetworkFileSystem, refuseOldSqlite } from '../../src/ledger/store/sqlite/sqlite-guards.js';
import { createLedgerFolder, type LedgerFolder } from '../support/ledger-folder.js';
import { holdLock } from '../support/locked-file.js';
import { commit, FIRST, journalText, SECOND, THIRD } from './rows.js';

/** What a StoreUnavailableError with this sentence matches. */
const unavailable = (message: string) => ({ name: 'StoreUnavailableError', message });

describe('the store on SQLite, where the file is not well', () => {
  let folder: LedgerFolder;
  let file: string;

  beforeEach(async () => {
    folder = await createLedgerFolder();
    file = folder.fileOf('ledger.db');
  });

  afterEach(() => folder.clear());

  const open = (lockTimeoutMs = 0) => openSqliteStore(file, 'default', { lockTimeoutMs });
  const written = async (): Promise<void> => {
    const store = await open();
    await store.append(commit(0, { rows: [FIRST] }));
    await store.close();
  };
  const change = (statements: string): void => {
    const database = new DatabaseSync(file);
    database.exec(statements);
    database.close();
  };
  /** What opening says, and whether the file is as it was. */
  const refusal = async () => {
    const before = readFileSync(file);
    const message = await open().then(String, ({ name, message }: Error) => `${name}: ${message}`);
    return { message, isUntouched: Buffer.compare(readFileSync(file), before) === 0 };
  };

  it('says that it is not a database', async () => {
    writeFileSync(file, 'Dear Sir or Madam, '.repeat(100));
    expect(await refusal()).toEqual({
      message: "StoreUnavailableError: the ledger's database is not a database, or is damaged",
      isUntouched: true,
    });
  });

  it('says that it is the database of another program', async () => {
    change('create table invoice (id integer)');
    await expect(open()).rejects.toMatchObject(
      unavailable("the ledger's database has the tables of another program: it was left as it is"),
    );
  });

  it('says that it was written by a newer version, and touches nothing', async () => {
    await written();
    change("insert into kysely_migration values ('003', '2030-01-01T00:00:00.000Z')");
    expect(await refusal()).toEqual({
      message:
        "StoreUnavailableError: the ledger's database was written by a newer version of this program (schema 003): it was left as it is",
      isUntouched: true,
    });
  });

  it('says that it is damaged', async () => {
    await written();
    change('pragma wal_checkpoint(truncate)');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096);
    writeFileSync(file, bytes);
    await expect(open().then(journalText)).rejects.toMatchObject(
      unavailable("the ledger's database is damaged: restore a backup"),
    );
  });

  it('says that a folder is in its place', async () => {
    mkdirSync(file);
    await expect(open()).rejects.toMatchObject(
      unavailable("the ledger's database cannot be opened: no such file, or no permission"),
    );
  });

  it('says that a file is in the place of its folder', async () => {
    writeFileSync(file, '');
    await expect(openSqliteStore(`${file}/ledger.db`, 'default')).rejects.toMatchObject(
      unavailable("the ledger's database cannot be made: a file is in the place of its folder"),
    );
  });

  it('says that there is nothing to read yet, and makes nothing', async () => {
    await expect(openSqliteStore(file, 'default', { readOnly: true })).rejects.toMatchObject(
      unavailable('there is no database of the ledger yet'),
    );
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, '');
    await expect(openSqliteStore(file, 'default', { readOnly: true })).rejects.toMatchObject(
      unavailable("the ledger's database is empty or older than this program: start the service on it first"),
    );
  });

  it('says that it cannot write what is open for reading only', async () => {
    await written();
    const store = await openSqliteStore(file, 'default', { readOnly: true });
    await expect(store.append(commit(1, { rows: [SECOND] }))).rejects.toMatchObject(
      unavailable("the ledger's database cannot be written: it is read-only"),
    );
    expect(await journalText(store)).toBe('1');
    await store.close();
  });

  it('says that the disk is full, writes nothing of the commit, and goes on once there is room', async () => {
    await written();
    const database = openDatabase(file);
    const { page_count: pages } = database.prepare('pragma page_count').get() as { readonly page_count: number };
    database.exec(`pragma max_page_count = ${pages + 2}`);
    const store = await storeOn(database, 'default');
    const large = commit(1, { rows: [SECOND, { ...THIRD, document: new Uint8Array(100_000) }] });
    await expect(store.append(large)).rejects.toMatchObject(
      unavailable("the ledger's database cannot be written: the disk is full"),
    );
    expect(await journalText(store)).toBe('1');
    database.exec('pragma max_page_count = 100000');
    await store.append(large);
    expect(await journalText(store)).toBe('1, 2, 3');
    await store.close();
  });

  it('can be opened once the cause is gone', async () => {
    writeFileSync(file, 'Dear Sir or Madam, '.repeat(100));
    await expect(open()).rejects.toThrow(StoreUnavailableError);
    await expect(open()).rejects.toThrow(StoreUnavailableError);
    copyFileSync('/dev/null', file);
    const store = await open();
    expect(await journalText(store)).toBe('');
    await store.close();
  });

  describe('while another process has it locked', () => {
    it('says so when it has waited, and nothing is written', async () => {
      const store = await open();
      const other = new DatabaseSync(file);
      other.exec('begin immediate');
      await expect(store.append(commit(0, { rows: [FIRST] }))).rejects.toMatchObject(
        unavailable("the ledger's database is locked by another process"),
      );
      other.exec('rollback');
      await store.append(commit(0, { rows: [FIRST] }));
      expect(await journalText(store)).toBe('1');
      other.close();
      await store.close();
    });

    it('writes as soon as the lock is gone', async () => {
      const store = await open(60_000);
      const release = await holdLock(file);
      const released = release();
      await store.append(commit(0, { rows: [FIRST] }));
      expect(await journalText(store)).toBe('1');
      await released;
      await store.close();
    });
  });
});

describe('refuseOldSqlite', () => {
  it.each(['3.51.3', '3.51.10', '3.52.0', '4.0.0'])('takes %s', (version) => {
    expect(() => refuseOldSqlite(version)).not.toThrow();
  });

  it.each(['3.51.2', '3.50.9', '3.9.30', '2.99.99'])('refuses %s', (version) => {
    expect(() => refuseOldSqlite(version)).toThrow(
      new StoreSettingError(`SQLite ${version} can lose committed data: the ledger needs 3.51.3 or newer`),
    );
  });
});

describe('refuseNetworkFileSystem', () => {
  it.each([
    ['ext4', 0xef_53],
    ['tmpfs', 0x01_02_19_94],
    ['overlayfs', 0x79_4c_76_30],
  ])('takes %s', (_, type) => {
    expect(() => refuseNetworkFileSystem(type)).not.toThrow();
  });

  it.each([
    ['NFS', 0x69_69],
    ['CIFS', 0xff_53_4d_42],
    ['CIFS', 0xff_53_4d_42 | 0],
    ['FUSE', 0x65_73_55_46],
    ['9p', 0x01_02_19_97],
  ])('refuses %s', (name, type) => {
    expect(() => refuseNetworkFileSystem(type)).toThrow(
      new StoreSettingError(
        `the ledger's database is on a network file system (${name}), where SQLite cannot keep it safe: use a local disk`,
      ),
    );
  });
});
