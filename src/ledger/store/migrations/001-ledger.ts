import type { Kysely, Migration } from 'kysely';
import type { SqlEngine } from '../sql-engine.js';

/** Creates the first tables. Has no `down`: migrations only ever add. */
export const createLedger = ({ integerType, bytesType, protect }: SqlEngine): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('journal')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('number', integerType, (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('reading', integerType)
      .addColumn('period', 'text')
      .addColumn('outcome', 'text')
      .addColumn('document', bytesType, (column) => column.notNull())
      .addColumn('chain', 'text', (column) => column.notNull())
      .addColumn('confirmed_at', 'text')
      .addPrimaryKeyConstraint('journal_key', ['source', 'number'])
      .execute();
    await db.schema
      .createTable('period_seal')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .addColumn('position', integerType, (column) => column.notNull())
      .addColumn('lines', bytesType, (column) => column.notNull())
      .addColumn('reports', 'text', (column) => column.notNull())
      .addColumn('manifest', 'text', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('period_seal_key', ['source', 'period'])
      .addUniqueConstraint('period_seal_position', ['source', 'position'])
      .execute();
    await db.schema
      .createTable('rate_card')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('rate_card_key', ['source', 'sha256'])
      .execute();
    await db.schema
      .createTable('explanation')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('period', 'text', (column) => column.notNull())
      .addColumn('row', integerType, (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('first_entry', integerType, (column) => column.notNull())
      .addColumn('last_entry', integerType, (column) => column.notNull())
      .addColumn('document', bytesType, (column) => column.notNull())
      .addPrimaryKeyConstraint('explanation_key', ['source', 'period', 'row', 'kind', 'first_entry'])
      .execute();
    await protect(db);
  },
});
