import { type Kysely, sql } from 'kysely';

/** Creates triggers that make SQLite refuse a confirmation of any row but the newest, and to lose one. */
export const protectConfirmations = async (db: Kysely<unknown>): Promise<void> => {
  for (const trigger of TRIGGERS) await sql.raw(trigger).execute(db);
};

const isNewest = (row: 'old' | 'new'): string =>
  `${row}.row = (select max(number) from journal where source = ${row}.source)`;

const REFUSED = "begin select raise(abort, 'only the newest row of the journal is confirmed'); end";

const TRIGGERS = [
  `create trigger confirmation_added before insert on confirmation
   when ${isNewest('new')} is not true ${REFUSED}`,
  `create trigger confirmation_changed before update on confirmation
   when ${isNewest('old')} is not true or ${isNewest('new')} is not true ${REFUSED}`,
  `create trigger confirmation_kept before delete on confirmation
   begin select raise(abort, 'a confirmation is never deleted'); end`,
];
