import type { Kysely, Transaction } from 'kysely';
import { inChunks } from './in-chunks.js';
import type { Commit, NewestRow, StoredRow } from './ledger-rows.js';
import type { LedgerTables } from './ledger-tables.js';

/** Rows are read in pages of about this many bytes, and of at most {@link MAX_PAGE_ROWS}. */
const PAGE_BYTES = 1 << 20;
const MAX_PAGE_ROWS = 1000;

/** The journal of one source. */
export class JournalTable {
  constructor(
    private readonly reading: Kysely<LedgerTables>,
    private readonly source: string,
  ) {}

  /** Implements `LedgerStore.journal`, in pages: appends need not wait until a slow reader has all rows. */
  async *from(first: number): AsyncGenerator<StoredRow> {
    let after = first - 1;
    let limit = 1;
    for (;;) {
      const rows = await this.reading
        .selectFrom('journal')
        .select(['number', 'kind', 'at', 'reading', 'period', 'outcome', 'document', 'chain'])
        .select('confirmed_at as confirmedAt')
        .where('source', '=', this.source)
        .where('number', '>', after)
        .orderBy('number')
        .limit(limit)
        .execute();
      yield* rows;
      if (rows.length < limit) return;
      const bytes = rows.reduce((sum, { document }) => sum + document.length, 1);
      after += rows.length;
      limit = Math.min(Math.max(Math.floor((rows.length * PAGE_BYTES) / bytes), 1), MAX_PAGE_ROWS);
    }
  }

  /** The newest row, as `db` sees it; undefined if there is none. */
  async newest(db: Kysely<LedgerTables> = this.reading): Promise<NewestRow | undefined> {
    return db
      .selectFrom('journal')
      .select(['number', 'chain', 'confirmed_at as confirmedAt'])
      .where('source', '=', this.source)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  async add(transaction: Transaction<LedgerTables>, rows: Commit['rows']): Promise<void> {
    const { source } = this;
    for (const some of inChunks(rows))
      await transaction
        .insertInto('journal')
        .values(some.map(({ confirmedAt: confirmed_at = null, ...row }) => ({ source, ...row, confirmed_at })))
        .execute();
  }

  /** Notes when upstream gave the reading of the newest row, which has this number, again. */
  async confirm(transaction: Transaction<LedgerTables>, number: number, at: string): Promise<void> {
    await transaction
      .updateTable('journal')
      .set({ confirmed_at: at })
      .where('source', '=', this.source)
      .where('number', '=', number)
      .execute();
  }
}
