import type { Kysely } from 'kysely';
import { ExplanationTable } from './explanation-table.js';
import { JournalTable } from './journal-table.js';
import type { Commit, ExplanationRow, NewestRow, RateCardRow, SealRow, StoredRow } from './ledger-rows.js';
import { LedgerStore } from './ledger-store.js';
import { ConflictError } from './store.errors.js';
import type { LedgerTables } from './ledger-tables.js';
import { SealTable } from './seal-table.js';
import type { SqlEngine } from './sql-engine.js';

/** What is read goes over one of these, and all that is written over the other. They may be the same. */
export interface SqlConnections {
  readonly reading: Kysely<LedgerTables>;
  readonly writing: Kysely<LedgerTables>;
}

/** The ledger of one source in a database that has its tables: see `migrate`. */
export class SqlLedgerStore extends LedgerStore {
  private readonly journalTable: JournalTable;
  private readonly sealTable: SealTable;
  private readonly explanationTable: ExplanationTable;

  constructor(
    private readonly connections: SqlConnections,
    private readonly engine: Pick<SqlEngine, 'backup' | 'claim' | 'eraseDeleted'>,
    private readonly source: string,
  ) {
    super();
    const { reading } = connections;
    this.journalTable = new JournalTable(reading, source);
    this.sealTable = new SealTable(reading, source);
    this.explanationTable = new ExplanationTable(reading, source);
  }

  override journal(from = 1): AsyncIterable<StoredRow> {
    return this.journalTable.from(from);
  }

  override newest(): Promise<NewestRow | undefined> {
    return this.journalTable.newest();
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
      if ((await this.journalTable.lastNumber(transaction)) !== after)
        throw new ConflictError('another process has written');
      if (confirmedAt !== undefined) await this.journalTable.confirm(transaction, after, confirmedAt);
      await this.journalTable.add(transaction, rows);
      for (const seal of seals) await this.sealTable.add(transaction, seal);
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

  override seal(period: string): Promise<SealRow | undefined> {
    return this.sealTable.find(period);
  }

  override manifests(): Promise<readonly Pick<SealRow, 'period' | 'manifest' | 'digest'>[]> {
    return this.sealTable.manifests();
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
}
