import { type Kysely, type Transaction } from 'kysely';
import { ExplanationTable } from './explanation-table.js';
import { inChunks } from './in-chunks.js';
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

/** What is read goes over one of these, and all that is written over the other. They may be the same. */
export interface SqlConnections {
  readonly reading: Kysely<LedgerTables>;
  readonly writing: Kysely<LedgerTables>;
}

/** The ledger of one source in a database that has its tables: see `migrate`. */
export class SqlLedgerStore extends LedgerStore {
  private readonly explanationTable: ExplanationTable;

  constructor(
    private readonly connections: SqlConnections,
    private readonly engine: Pick<SqlEngine, 'backup' | 'claim' | 'eraseDeleted'>,
    private readonly source: string,
  ) {
    super();
    this.explanationTable = new ExplanationTable(connections.reading, source);
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

  override newest(): Promise<NewestRow | undefined> {
    return this.newestIn(this.connections.reading);
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
      const newest = await this.newestIn(transaction);
      if ((newest?.number ?? 0) !== after) throw new ConflictError('another process has written');
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
      if (textsDeleted.length > 0) await this.explanationTable.deleteTexts(transaction, textsDeleted);
      await this.explanationTable.add(transaction, explanations);
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

  override explanations(period: string, entry?: number): Promise<readonly ExplanationRow[]> {
    return this.explanationTable.ofPeriod(period, entry);
  }

  override explanationsOfRows(first: number, last: number): Promise<readonly ExplanationRow[]> {
    return this.explanationTable.ofRows(first, last);
  }

  override periodsWithTexts(): Promise<ReadonlySet<string>> {
    return this.explanationTable.periodsWithTexts();
  }

  override async backup(file: string): Promise<void> {
    await this.engine.backup(file);
  }

  override async close(): Promise<void> {
    const { reading, writing } = this.connections;
    await Promise.all([reading.destroy(), writing.destroy()]);
  }

  private async newestIn(db: Kysely<LedgerTables>): Promise<NewestRow | undefined> {
    return db
      .selectFrom('journal')
      .select(['number', 'chain', 'confirmed_at as confirmedAt'])
      .where('source', '=', this.source)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  private async confirm(transaction: Transaction<LedgerTables>, number: number, at: string): Promise<void> {
    await transaction
      .updateTable('journal')
      .set({ confirmed_at: at })
      .where('source', '=', this.source)
      .where('number', '=', number)
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
