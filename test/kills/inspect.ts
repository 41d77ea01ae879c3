import { findDamage } from '../../src/ledger/journal/find-damage.js';
import type { ExplanationRow, StoredRow } from '../../src/ledger/store/ledger-rows.js';
import { toPlace } from '../../src/bin/ledger-location.js';
import { openStore } from '../../src/ledger/store/open-store.js';
import { openDatabase } from '../../src/ledger/store/sqlite/open-database.js';
import { acknowledgedAs } from './action.js';

/** What a database is found to have. */
export interface Inspection {
  /** What is wrong with it, each in a sentence. */
  readonly faults: readonly string[];
  /** The newest row, as it is acknowledged; empty if there is none. */
  readonly newest: string;
  /** Periods that still have texts. */
  readonly texts: ReadonlySet<string>;
}

/** Opens a database after its process was killed, and looks for anything half done. */
export const inspect = async (file: string): Promise<Inspection> => {
  const place = toPlace(file);
  const integrity = 'file' in place ? integrityOf(place.file) : 'ok';
  const store = await openStore(place, 'default', {});
  const rows: StoredRow[] = [];
  for await (const row of store.journal()) rows.push(row);
  const damage = await findDamage(rows);
  const closings = rows.filter(({ kind }) => kind === 'closing').length;
  const seals = (await store.manifests()).length;
  const texts = await store.periodsWithTexts();
  const explained = await store.explanationsOfRows(1, rows.length);
  await store.close();
  const newest = rows.at(-1);
  return {
    faults: [
      ...(integrity === 'ok' ? [] : [`SQLite finds it damaged: ${integrity}`]),
      ...(damage === undefined ? [] : [`row ${damage} is damaged`]),
      ...(closings === seals ? [] : [`${closings} closings have ${seals} seals`]),
      ...halfDeleted(explained, texts),
    ],
    texts,
    newest: newest ? acknowledgedAs(newest) : '',
  };
};

/** Texts that are gone leave amounts in their place: a row that is explained has one or the other. */
const halfDeleted = (explained: readonly ExplanationRow[], texts: ReadonlySet<string>): string[] =>
  explained.length === 0
    ? []
    : explained.flatMap(({ row, kind, period }, index) => {
        const expected = texts.has(period) ? 'texts' : 'amounts';
        return row === index + 1 && kind === expected ? [] : [`row ${row} is explained by ${kind}`];
      });

const integrityOf = (file: string): string => {
  const database = openDatabase(file);
  const found = database.prepare('pragma integrity_check').get() as { readonly integrity_check: string };
  database.close();
  return found.integrity_check;
};
