import type { Kysely, Transaction } from 'kysely';
import type { SealRow } from './ledger-rows.js';
import type { LedgerTables } from './ledger-tables.js';

/** The closed periods of one source. */
export class SealTable {
  constructor(
    private readonly reading: Kysely<LedgerTables>,
    private readonly source: string,
  ) {}

  /** Implements `LedgerStore.seal`. */
  async find(period: string): Promise<SealRow | undefined> {
    return this.reading
      .selectFrom('period_seal')
      .select(['period', 'lines', 'reports', 'manifest', 'digest'])
      .where('source', '=', this.source)
      .where('period', '=', period)
      .executeTakeFirst();
  }

  /** Implements `LedgerStore.manifests`. */
  async manifests(): Promise<readonly Pick<SealRow, 'period' | 'manifest' | 'digest'>[]> {
    return this.reading
      .selectFrom('period_seal')
      .select(['period', 'manifest', 'digest'])
      .where('source', '=', this.source)
      .orderBy('position')
      .execute();
  }

  async add(transaction: Transaction<LedgerTables>, seal: SealRow): Promise<void> {
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
