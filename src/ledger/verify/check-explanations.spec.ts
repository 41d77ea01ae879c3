import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APRIL, SOURCE, writeLedger } from '../../../test/support/verified-ledger.js';
import type { ExplanationRow } from '../store/ledger-rows.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import { checkExplanations } from './check-explanations.js';
import { checkJournal } from './check-journal.js';
import type { FoldedJournal } from './folded-journal.js';

describe.each(['amounts', 'texts'] as const)('the explanations of a ledger that keeps %s', (keeps) => {
  let folder: string;
  let store: LedgerStore;
  let journal: FoldedJournal;
  let kept: readonly ExplanationRow[];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ledger-'));
    await writeLedger(join(folder, 'ledger.db'), keeps);
    store = await openSqliteStore(join(folder, 'ledger.db'), SOURCE, { readOnly: true });
    journal = await checkJournal(store);
    kept = await store.explanations(APRIL);
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** Checks the explanations with the documents of some of them changed. */
  const check = (change: (document: string) => string, isChanged: (row: ExplanationRow) => boolean): Promise<void> => {
    const rows = kept.map((row) =>
      isChanged(row) ? { ...row, document: gzipSync(change(gunzipSync(row.document).toString())) } : row,
    );
    return checkExplanations(journal.state.period(APRIL), journal, { explanations: () => Promise.resolve(rows) });
  };

  /** Puts another amount in the place of the first that explains a line. */
  const replaced = (entry: number) => (document: string) =>
    document.replace(new RegExp(`^(?<start>${entry},0,,)[^,]+`, 'm'), '$<start>7');

  it('are right as they were written, by two rows', async () => {
    expect(kept.map(({ row }) => row)).toEqual([1, 2]);
    await expect(
      check(
        (document) => document,
        () => true,
      ),
    ).resolves.toBeUndefined();
  });

  it('are only read where a later row replaced them', async () => {
    await expect(check(replaced(3), ({ row }) => row === 1)).resolves.toBeUndefined();
  });

  it('may be newer than the journal that was read', async () => {
    const newer = kept.map((row) => ({ ...row, row: 1000, document: new Uint8Array() }));
    const explanations = () => Promise.resolve(newer);
    await expect(checkExplanations(journal.state.period(APRIL), journal, { explanations })).resolves.toBeUndefined();
  });

  it('are wrong if they cannot be read', async () => {
    await expect(
      check(
        () => '[',
        ({ row }) => row === 2,
      ),
    ).rejects.toThrow(/^the explanations that row 2 gave for lines 3 to 3 of period 2024-04-29 cannot be read$/);
  });

  it(`are ${keeps === 'texts' ? 'not priced again' : 'wrong if they do not add up'}`, async () => {
    const refusal = await check(replaced(3), ({ row }) => row === 2).then(
      () => 'right',
      (error: unknown) => String(error),
    );
    expect(refusal).toBe(
      keeps === 'texts'
        ? 'right'
        : 'WrongLedgerError: the explanations that row 2 gave for lines 3 to 3 of period 2024-04-29 do not add up to the prices of its lines',
    );
  });
});
