import type { Kysely, Migration } from 'kysely';
import type { SqlEngine } from '../sql-engine.js';

/**
 * Creates a small table for when rows were confirmed: an update of a row of the journal writes its
 * document again. Confirmations from before stay where they are.
 */
export const addConfirmations = ({ integerType, protectConfirmations }: SqlEngine): Migration => ({
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable('confirmation')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('row', integerType, (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('confirmation_key', ['source', 'row'])
      .execute();
    await protectConfirmations(db);
  },
});
