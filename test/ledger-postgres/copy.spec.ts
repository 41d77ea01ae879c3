import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { copyLedger } from '../../src/ledger/copy/copy-ledger.js';
import { TargetNotEmptyError } from '../../src/ledger/copy/target-not-empty.error.js';
import type { LedgerStore } from '../../src/ledger/store/ledger-store.js';
import { openPostgresStore } from '../../src/ledger/store/postgres/open-postgres-store.js';
import { openSqliteStore } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import { verifyLedger } from '../../src/ledger/verify/verify-ledger.js';
import { createLedgerFolder, type LedgerFolder } from '../support/ledger-folder.js';
import { describeOnPostgres, usePostgres } from '../support/postgres/use-postgres.js';
import { SOURCE, writeLedger } from '../support/verified-ledger.js';

/** Everything that a store has. */
const contentOf = async (store: LedgerStore) => {
  const rows = [];
  for await (const row of store.journal()) rows.push(row);
  return {
    rows,
    manifests: await store.manifests(),
    seals: await Promise.all((await store.manifests()).map(({ period }) => store.seal(period))),
    rateCards: await store.rateCards(),
    explanations: await store.explanationsOfRows(1, rows.length),
  };
};

describeOnPostgres('a ledger that is copied', () => {
  const postgres = usePostgres();
  let folder: LedgerFolder;
  let from: LedgerStore;
  const opened: LedgerStore[] = [];
  const keep = async (opening: Promise<LedgerStore>): Promise<LedgerStore> => {
    const store = await opening;
    opened.push(store);
    return store;
  };
  const newPostgres = async () => keep(openPostgresStore(await postgres().newUrl(), SOURCE));

  beforeAll(async () => {
    folder = await createLedgerFolder();
    await writeLedger(folder.fileOf('ledger.db'));
    from = await openSqliteStore(folder.fileOf('ledger.db'), SOURCE, { readOnly: true });
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });
  afterAll(async () => {
    await from.close();
    await folder.clear();
  });

  it('is the same in Postgres, and in SQLite again', async () => {
    const middle = await newPostgres();
    const back = await keep(openSqliteStore(folder.fileOf('back.db'), SOURCE));
    const rows = (await from.newest())?.number;
    expect([await copyLedger(from, middle), await copyLedger(middle, back)]).toEqual([rows, rows]);
    const content = await contentOf(from);
    expect(await contentOf(middle)).toEqual(content);
    expect(await contentOf(back)).toEqual(content);
    await verifyLedger(middle, { source: SOURCE });
    expect(await copyLedger(from, middle)).toBe(0);
  });

  it('goes on where a copy broke off', async () => {
    const to = await newPostgres();
    const rows = [];
    for await (const row of from.journal()) rows.push(row);
    const [first] = rows;
    await to.append({
      after: 0,
      rows: rows.slice(0, 1).map(({ confirmedAt: _, ...row }) => row),
      seals: [],
      rateCards: [],
      explanations: await from.explanationsOfRows(1, 1),
    });
    expect(first?.number).toBe(1);
    expect(await copyLedger(from, to)).toBe(rows.length - 1);
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it.each(['longer', 'other'])('is refused by a target that is %s, which stays as it is', async (which) => {
    const to = await newPostgres();
    await copyLedger(from, to);
    const source = await keep(openSqliteStore(folder.fileOf(`${which}.db`), SOURCE));
    const [row] = (await contentOf(from)).rows;
    if (which === 'other' && row)
      for (const [after, chain] of [...'abcdefghijklmnopqrst'].entries())
        await source.append({
          after,
          rows: [{ ...row, number: after + 1, chain }],
          seals: [],
          rateCards: [],
          explanations: [],
        });
    const before = await contentOf(to);
    await expect(copyLedger(source, to)).rejects.toThrow(TargetNotEmptyError);
    expect(await contentOf(to)).toEqual(before);
  });
});
