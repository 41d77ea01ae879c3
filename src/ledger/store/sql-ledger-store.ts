import { type Kysely, type Transaction } from 'kysely';
import {
  type Commit,
  ConflictError,
  type ExplanationRow,
  LedgerStore,
  type NewestRow,
  type RateCardRow,
  type SealRow,
  type StoredRow,
} from './ledger-store.js';
import type { LedgerTables } from './ledger-tables.js';
import type { SqlEngine } from './sql-engine.js';

/** Rows of the journal are read in pages of about this many bytes, and of at most {@link MAX_PAGE_ROWS}. */
const PAGE_BYTES = 1 << 20;
const MAX_PAGE_ROWS = 1000;

/** Rows that are inserted by one statement: an answer of a server far away is waited for less often. */
const INSERTED_ROWS = 50;

/** What is read goes over one of these, and all that is written over the other. They may be the same. */
export interface SqlConnections {
  readonly reading: Kysely<LedgerTables>;
  readonly writing: Kysely<LedgerTables>;
}

/** The ledger of one source in a database that has its tables: see `migrate`. */
export class SqlLedgerStore extends LedgerStore {
  constructor(
    private readonly connections: SqlConnections,
    private readonly engine: Pick<SqlEngine, 'backup' | 'claim' | 'eraseDeleted'>,
    private readonly source: string,
  ) {
    super();
  }

  /** Read in pages, so that appends need not wait until a slow reader has all rows. */
  override async *journal(from = 1): AsyncGenerator<StoredRow> {
    let after = from - 1;
    let limit = 1;
    for (;;) {
      const rows = await this.connections.reading
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

  override async newest(): Promise<NewestRow | undefined> {
    return this.connections.reading
      .selectFrom('journal')
      .select(['number', 'chain', 'confirmed_at as confirmedAt'])
      .where('source', '=', this.source)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  override claim(): Promise<boolean> {
    return this.engine.claim();
  }

  override async append(commit: Commit): Promise<void> {
    const { after, confirmedAt, rows, seals, rateCards, explanations, textsDeleted = [] } = commit;
    const { source } = this;
    // Of two transactions that have read the same newest row, one fails, whatever they write.
    const serializable = this.connections.writing.transaction().setIsolationLevel('serializable');
    await serializable.execute(async (transaction) => {
      if ((await this.newestNumber(transaction)) !== after) throw new ConflictError('another process has written');
      if (confirmedAt !== undefined) await this.confirm(transaction, after, confirmedAt);
      for (const some of inChunks(rows))
        await transaction
          .insertInto('journal')
          .values(some.map(({ confirmedAt: confirmed_at = null, ...row }) => ({ source, ...row, confirmed_at })))
          .execute();
      for (const seal of seals) await this.addSeal(transaction, seal);
      for (const card of rateCards)
        await transaction
          .insertInto('rate_card')
          .values({ source, ...card })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      if (textsDeleted.length > 0) await this.deleteTexts(transaction, textsDeleted);
      for (const some of inChunks(explanations))
        await transaction
          .insertInto('explanation')
          .values(
            some.map(({ firstEntry: first_entry, lastEntry: last_entry, ...explanation }) => ({
              source,
              ...explanation,
              first_entry,
              last_entry,
            })),
          )
          .execute();
    });
    if (textsDeleted.length > 0) await this.engine.eraseDeleted();
  }

  override async seal(period: string): Promise<SealRow | undefined> {
    return this.connections.reading
      .selectFrom('period_seal')
      .select(['period', 'lines', 'reports', 'manifest', 'digest'])
      .where('source', '=', this.source)
      .where('period', '=', period)
      .executeTakeFirst();
  }

  override async manifests(): Promise<readonly Pick<SealRow, 'period' | 'manifest' | 'digest'>[]> {
    return this.connections.reading
      .selectFrom('period_seal')
      .select(['period', 'manifest', 'digest'])
      .where('source', '=', this.source)
      .orderBy('position')
      .execute();
  }

  override async rateCard(sha256: string): Promise<RateCardRow | undefined> {
    return this.connections.reading
      .selectFrom('rate_card')
      .select(['sha256', 'document'])
      .where('source', '=', this.source)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
  }

  override async rateCards(): Promise<readonly RateCardRow[]> {
    return this.connections.reading
      .selectFrom('rate_card')
      .select(['sha256', 'document'])
      .where('source', '=', this.source)
      .orderBy('sha256')
      .execute();
  }

  override async explanations(period: string, entry?: number): Promise<readonly ExplanationRow[]> {
    return this.connections.reading
      .selectFrom('explanation')
      .select(['row', 'period', 'kind', 'first_entry as firstEntry', 'last_entry as lastEntry', 'document'])
      .where('source', '=', this.source)
      .where('period', '=', period)
      .where('first_entry', '<=', entry ?? Number.MAX_SAFE_INTEGER)
      .where('last_entry', '>=', entry ?? 0)
      .orderBy('row')
      .orderBy('kind')
      .execute();
  }

  override async explanationsOfRows(first: number, last: number): Promise<readonly ExplanationRow[]> {
    return this.connections.reading
      .selectFrom('explanation')
      .select(['row', 'period', 'kind', 'first_entry as firstEntry', 'last_entry as lastEntry', 'document'])
      .where('source', '=', this.source)
      .where('row', '>=', first)
      .where('row', '<=', last)
      .orderBy('row')
      .orderBy('period')
      .orderBy('kind')
      .orderBy('first_entry')
      .execute();
  }

  override async periodsWithTexts(): Promise<ReadonlySet<string>> {
    const rows = await this.connections.reading
      .selectFrom('explanation')
      .select('period')
      .distinct()
      .where('source', '=', this.source)
      .where('kind', '=', 'texts')
      .execute();
    return new Set(rows.map(({ period }) => period));
  }

  override async backup(file: string): Promise<void> {
    await this.engine.backup(file);
  }

  override async close(): Promise<void> {
    const { reading, writing } = this.connections;
    await Promise.all([reading.destroy(), writing.destroy()]);
  }

  /** Number of the newest row; 0 if there is none. */
  private async newestNumber(transaction: Transaction<LedgerTables>): Promise<number> {
    const row = await transaction
      .selectFrom('journal')
      .select('number')
      .where('source', '=', this.source)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.number ?? 0;
  }

  private async confirm(transaction: Transaction<LedgerTables>, number: number, at: string): Promise<void> {
    await transaction
      .updateTable('journal')
      .set({ confirmed_at: at })
      .where('source', '=', this.source)
      .where('number', '=', number)
      .execute();
  }

  private async deleteTexts(transaction: Transaction<LedgerTables>, periods: readonly string[]): Promise<void> {
    await transaction
      .deleteFrom('explanation')
      .where('source', '=', this.source)
      .where('period', 'in', periods)
      .where('kind', '=', 'texts')
      .execute();
  }

  private async addSeal(transaction: Transaction<LedgerTables>, seal: SealRow): Promise<void> {
    const { source } = this;
    const { count } = await transaction
      .selectFrom('period_seal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('source', '=', source)
      .executeTakeFirstOrThrow();
    await transaction
      .insertInto('period_seal')
      .values({ source, position: count + 1, ...seal })
      .execute();
  }
}

function* inChunks<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < rows.length; from += INSERTED_ROWS) yield rows.slice(from, from + INSERTED_ROWS);
}
