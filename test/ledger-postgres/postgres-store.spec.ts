import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LedgerStore } from '../../src/ledger/store/ledger-store.js';
import { ConflictError, StoreSettingError, StoreUnavailableError } from '../../src/ledger/store/store.errors.js';
import { openPostgresStore } from '../../src/ledger/store/postgres/open-postgres-store.js';
import { commit, explanationOf, FIRST, journalText, sealOf, SECOND, THIRD } from '../ledger-store/rows.js';
import { describeStore, type StorePlace } from '../ledger-store/store-contract.js';
import { eventually } from '../support/polling.js';
import { GUARDED } from '../support/postgres/postgres-server.js';
import type { TestedPostgres } from '../support/postgres/tested-postgres.js';
import { describeOnPostgres, usePostgres } from '../support/postgres/use-postgres.js';

/** Something in each table. */
const FILLED = commit(0, {
  rows: [FIRST, SECOND],
  seals: [sealOf('2024-04-29')],
  rateCards: [{ sha256: 'a', document: '{}' }],
});

/** A schema for each test; a file's name is not needed. */
const placeOn = (postgres: () => TestedPostgres) => async (): Promise<StorePlace> => {
  const url = await postgres().newUrl();
  return {
    open: (_, source) => openPostgresStore(url, source),
    fileOf: (file) => file,
    clear: () => Promise.resolve(),
  };
};

describeOnPostgres('on a real Postgres', () => {
  const postgres = usePostgres();

  describeStore('Postgres', placeOn(postgres), { backsUp: false, documentBytes: 4_000_000 });

  describe('the store on Postgres', () => {
    let url: string;
    let store: LedgerStore;
    const opened: LedgerStore[] = [];
    const open = async (source = 'default', readOnly = false): Promise<LedgerStore> => {
      const store = await openPostgresStore(url, source, { readOnly });
      opened.push(store);
      return store;
    };

    beforeEach(async () => {
      url = await postgres().newUrl();
      store = await open();
      await store.append(FILLED);
    });
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });

    it('keeps sources apart', async () => {
      const other = await open('sample');
      expect(await journalText(other)).toBe('');
      await other.append(commit(0, { rows: [FIRST], seals: [sealOf('2024-04-29')] }));
      expect(await journalText(store)).toBe('1, 2');
    });

    it('is read beside the service by who cannot write', async () => {
      const reader = await open('default', true);
      expect(await journalText(reader)).toBe('1, 2');
      await expect(reader.append(commit(2, { rows: [THIRD] }))).rejects.toThrow(StoreUnavailableError);
    });

    it('cannot be written by two at once, whichever comes first', async () => {
      const other = await open();
      const [confirmation, row] = await Promise.allSettled([
        store.append(commit(2, { confirmedAt: '2024-05-01T00:00:00.000Z', explanations: [explanationOf(2, 0, 1)] })),
        other.append(commit(2, { confirmedAt: '2024-05-02T00:00:00.000Z', explanations: [explanationOf(2, 2, 3)] })),
      ]);
      const refused = [confirmation, row].filter(({ status }) => status === 'rejected');
      for (const result of refused) expect(result).toMatchObject({ reason: expect.any(ConflictError) });
      expect(await store.explanations('2024-04-29')).toHaveLength(2 - refused.length);
    });

    it('lets one of several processes record, and the next one when that has gone', async () => {
      const other = await open();
      expect([await store.claim(), await other.claim(), await store.claim()]).toEqual([true, false, true]);
      expect(await (await open('sample')).claim()).toBe(true);
      await store.close();
      await eventually('the lock', () => other.claim());
    });

    it('loses the right to record with its connection, and not the ledger', async () => {
      const other = await open();
      expect(await store.claim()).toBe(true);
      await postgres().query(
        url,
        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()",
      );
      await eventually('the lock', () => other.claim());
      await store.claim().catch(() => undefined);
      expect(await store.claim()).toBe(false);
      expect(await journalText(store)).toBe('1, 2');
    });

    it('keeps the confirmations of a version that wrote them into the journal', async () => {
      await postgres().query(
        url,
        `drop table confirmation;
         drop function ledger_confirms_newest;
         delete from kysely_migration where name = '002';
         update journal set confirmed_at = '2024-05-01T00:00:00.000Z' where number = 2`,
      );
      const migrated = await open();
      expect(await journalText(migrated)).toBe('1, 2 (confirmed 2024-05-01T00:00:00.000Z)');
      await migrated.append(commit(2, { confirmedAt: '2024-05-02T00:00:00.000Z' }));
      expect(await journalText(migrated)).toBe('1, 2 (confirmed 2024-05-02T00:00:00.000Z)');
    });

    it('leaves backups to pg_dump', async () => {
      await expect(store.backup('copy.db')).rejects.toEqual(
        new StoreSettingError('a ledger in Postgres is backed up with pg_dump'),
      );
    });
  });

  describe('the history in a Postgres', () => {
    let url: string;
    let store: LedgerStore;
    beforeAll(async () => {
      url = await postgres().newUrl();
      store = await openPostgresStore(url, 'default');
      await store.append(FILLED);
      await store.append(commit(2, { confirmedAt: '2024-05-01T00:00:00.000Z' }));
    });
    afterAll(() => store.close());

    it.each([
      ["update journal set outcome = '1'", 'a row of the journal never changes'],
      ['update journal set number = 9 where number = 2', 'a row of the journal never changes'],
      ["update journal set confirmed_at = '1' where number = 1", 'only the newest row of the journal is confirmed'],
      ['delete from journal where number = 2', 'a row of the journal never changes'],
      ['truncate journal', 'a row of the journal never changes'],
      [
        "insert into journal select source, 4, kind, at, reading, period, outcome, document, chain, '' from journal limit 1",
        'a row of the journal comes after the newest',
      ],
      ["insert into confirmation values ('default', 1, '')", 'only the newest row of the journal is confirmed'],
      ["insert into confirmation values ('default', 3, '')", 'only the newest row of the journal is confirmed'],
      ['update confirmation set row = 1', 'only the newest row of the journal is confirmed'],
      ['delete from confirmation', 'a confirmation is never deleted'],
      ['truncate confirmation', 'a confirmation is never deleted'],
      ["update period_seal set digest = ''", 'a closed period never changes'],
      ['delete from period_seal', 'a closed period never changes'],
      ["update rate_card set document = ''", 'a rate card that priced something never changes'],
      ['delete from rate_card', 'a rate card that priced something never changes'],
    ])('refuses whoever asks: %s', async (statement, message) => {
      await expect(postgres().query(url, statement)).rejects.toThrow(message);
    });
  });

  describe('a database that cannot be used', () => {
    const opening = (url: string, readOnly = false) => openPostgresStore(url, 'default', { readOnly });

    it.each<[string, () => string, string]>([
      ['no server', () => postgres().server.url('public', { port: 9 }), 'cannot be reached: the connection is refused'],
      [
        'a wrong password',
        () => postgres().server.url('public', { password: 'x', database: GUARDED }),
        'refuses the user or the password',
      ],
      ['no database', () => postgres().server.url('public', { database: 'none' }), 'does not exist: create it first'],
      ['no schema', () => postgres().server.url('nowhere'), 'has no schema in which tables can be made'],
      ['no TLS', () => `${postgres().server.url()}&sslmode=verify-full`, 'does not speak TLS, which sslmode asks for'],
    ])('is said to be so: %s', async (_, url, sentence) => {
      await expect(opening(url())).rejects.toEqual(new StoreUnavailableError(`the ledger's database ${sentence}`));
    });

    it.each([
      [
        'create table customers (id int)',
        "the ledger's database has the tables of another program: it was left as it is",
      ],
      [
        "create table kysely_migration as select '003' as name",
        "the ledger's database was written by a newer version of this program (schema 003): it was left as it is",
      ],
    ])('is left as it is after %s', async (statement, sentence) => {
      const url = await postgres().newUrl();
      await postgres().query(url, statement);
      await expect(opening(url)).rejects.toEqual(new StoreUnavailableError(sentence));
    });

    it('is not made by who only reads', async () => {
      const url = await postgres().newUrl();
      await expect(opening(url, true)).rejects.toEqual(
        new StoreUnavailableError(
          "the ledger's database is empty or older than this program: start the service on it first",
        ),
      );
    });

    it('is migrated once by processes that start together', async () => {
      const url = await postgres().newUrl();
      const stores = await Promise.all([1, 2, 3].map(() => opening(url)));
      await stores[0]?.append(commit(0, { rows: [FIRST] }));
      expect(await Promise.all(stores.map((store) => journalText(store)))).toEqual(['1', '1', '1']);
      await Promise.all(stores.map((store) => store.close()));
    });
  });
});
