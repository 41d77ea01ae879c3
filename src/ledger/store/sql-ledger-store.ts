import { type Kysely, type Transaction } from 'kysely';
import {
  type Commit,
  ConflictError,
  type ExplanationRow,
  LedgerStore,
  type RateCardRow,
  type SealRow,
  type StoredRow,
} from './ledger-store.js';
import type { LedgerTables } from './ledger-tables.js';
import type { SqlEngine } from './sql-engine.js';

/** Rows of the journal are read in pages of about this many bytes, and of at most {@link MAX_PAGE_ROWS}. */
const PAGE_BYTES = 1 << 20;
const MAX_PAGE_ROWS = 1000;

/** The ledger of one source in a database that has its tables: see `migrate`. */
export class SqlLedgerStore extends LedgerStore {
  constructor(
    private readonly db: Kysely<LedgerTables>,
    private readonly engine: Pick<SqlEngine, 'backup'>,
    private readonly source: string,
  ) {
    super();
  }

  /** Read in pages, so that appends need not wait until a slow reader has all rows. */
  override async *journal(): AsyncGenerator<StoredRow> {
    let after = 0;
    let limit = 1;
    for (;;) {
      const rows = await this.db
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

  override async append({ after, confirmedAt, rows, seals, rateCards, explanations }: Commit): Promise<void> {
    const { source } = this;
    await this.db.transaction().execute(async (transaction) => {
      if ((await this.newest(transaction)) !== after) throw new ConflictError('another process has written');
      if (confirmedAt !== undefined) await this.confirm(transaction, after, confirmedAt);
      for (const row of rows)
        await transaction
          .insertInto('journal')
          .values({ source, ...row, confirmed_at: null })
          .execute();
      for (const seal of seals) await this.addSeal(transaction, seal);
      for (const card of rateCards)
        await transaction
          .insertInto('rate_card')
          .values({ source, ...card })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      for (const { firstEntry: first_entry, lastEntry: last_entry, ...explanation } of explanations)
        await transaction
          .insertInto('explanation')
          .values({ source, ...explanation, first_entry, last_entry })
          .execute();
    });
  }

  override async seal(period: string): Promise<SealRow | undefined> {
    return this.db
      .selectFrom('period_seal')
      .select(['period', 'lines', 'reports', 'manifest', 'digest'])
      .where('source', '=', this.source)
      .where('period', '=', period)
      .executeTakeFirst();
  }

  override async manifests(): Promise<readonly Pick<SealRow, 'period' | 'manifest' | 'digest'>[]> {
    return this.db
      .selectFrom('period_seal')
      .select(['period', 'manifest', 'digest'])
      .where('source', '=', this.source)
      .orderBy('position')
      .execute();
  }

  override async rateCard(sha256: string): Promise<RateCardRow | undefined> {
    return this.db
      .selectFrom('rate_card')
      .select(['sha256', 'document'])
      .where('source', '=', this.source)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
  }

  override async explanations(period: string, entry?: number): Promise<readonly ExplanationRow[]> {
    return this.db
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

  override async backup(file: string): Promise<void> {
    await this.engine.backup(file);
  }

  override async close(): Promise<void> {
    await this.db.destroy();
  }

  /** Number of the newest row; 0 if there is none. */
  private async newest(transaction: Transaction<LedgerTables>): Promise<number> {
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
