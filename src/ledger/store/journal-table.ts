import { type Kysely, sql, type Transaction } from 'kysely';
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
      const rows = await this.select()
        .select(['kind', 'journal.at as at', 'reading', 'period', 'outcome', 'document'])
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

  /** The newest row; undefined if there is none. */
  async newest(): Promise<NewestRow | undefined> {
    return this.select().orderBy('number', 'desc').limit(1).executeTakeFirst();
  }

  /**
   * The number of the newest row; 0 if there is none. Its confirmation is read as well, so that a
   * serializable transaction fails if another one confirms it meanwhile. The chain is not: SQLite
   * would read the whole document that is stored before it.
   */
  async lastNumber(transaction: Transaction<LedgerTables>): Promise<number> {
    const row = await this.confirmedRows(transaction)
      .select(['number', 'confirmation.at as confirmedLast'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.number ?? 0;
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
  async confirm(transaction: Transaction<LedgerTables>, row: number, at: string): Promise<void> {
    await transaction
      .insertInto('confirmation')
      .values({ source: this.source, row, at })
      .onConflict((conflict) => conflict.columns(['source', 'row']).doUpdateSet({ at }))
      .execute();
  }

  private select() {
    return this.confirmedRows(this.reading).select(['number', 'chain', CONFIRMED_AT.as('confirmedAt')]);
  }

  private confirmedRows(db: Kysely<LedgerTables>) {
    return db
      .selectFrom('journal')
      .leftJoin('confirmation', (join) =>
        join.onRef('confirmation.source', '=', 'journal.source').onRef('confirmation.row', '=', 'journal.number'),
      )
      .where('journal.source', '=', this.source);
  }
}

/** The later of both times: while replicas are upgraded, old ones write the column and new ones the table. */
const CONFIRMED_AT = sql<
  string | null
>`case when confirmed_at > confirmation.at then confirmed_at else coalesce(confirmation.at, confirmed_at) end`;
