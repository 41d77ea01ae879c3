import type { Kysely, Transaction } from 'kysely';
import { inChunks } from './in-chunks.js';
import type { ExplanationRow } from './ledger-rows.js';
import type { LedgerTables } from './ledger-tables.js';

/** What explains the lines of one source. Unlike the rest of a ledger, some of it can be deleted. */
export class ExplanationTable {
  constructor(
    private readonly reading: Kysely<LedgerTables>,
    private readonly source: string,
  ) {}

  /** Implements `LedgerStore.explanations`. */
  async ofPeriod(period: string, entry?: number): Promise<readonly ExplanationRow[]> {
    return this.select()
      .where('period', '=', period)
      .where('first_entry', '<=', entry ?? Number.MAX_SAFE_INTEGER)
      .where('last_entry', '>=', entry ?? 0)
      .orderBy('row')
      .orderBy('kind')
      .execute();
  }

  /** Implements `LedgerStore.explanationsOfRows`. */
  async ofRows(first: number, last: number): Promise<readonly ExplanationRow[]> {
    return this.select()
      .where('row', '>=', first)
      .where('row', '<=', last)
      .orderBy('row')
      .orderBy('period')
      .orderBy('kind')
      .orderBy('first_entry')
      .execute();
  }

  /** Implements `LedgerStore.periodsWithTexts`. */
  async periodsWithTexts(): Promise<ReadonlySet<string>> {
    const rows = await this.reading
      .selectFrom('explanation')
      .select('period')
      .distinct()
      .where('source', '=', this.source)
      .where('kind', '=', 'texts')
      .execute();
    return new Set(rows.map(({ period }) => period));
  }

  async add(transaction: Transaction<LedgerTables>, explanations: readonly ExplanationRow[]): Promise<void> {
    const { source } = this;
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
  }

  async deleteTexts(transaction: Transaction<LedgerTables>, periods: readonly string[]): Promise<void> {
    await transaction
      .deleteFrom('explanation')
      .where('source', '=', this.source)
      .where('period', 'in', periods)
      .where('kind', '=', 'texts')
      .execute();
  }

  private select() {
    return this.reading
      .selectFrom('explanation')
      .select(['row', 'period', 'kind', 'first_entry as firstEntry', 'last_entry as lastEntry', 'document'])
      .where('source', '=', this.source);
  }
}
