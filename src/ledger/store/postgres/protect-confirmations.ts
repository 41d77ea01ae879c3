import { type Kysely, sql } from 'kysely';

/** Creates triggers that make Postgres refuse a confirmation of any row but the newest, and to lose one. */
export const protectConfirmations = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};

const LOSES = "execute function ledger_refuse('a confirmation is never deleted')";

const STATEMENTS = [
  `create function ledger_confirms_newest() returns trigger language plpgsql as $$
   begin
     if new.row is distinct from (select max(number) from journal where source = new.source)
       or tg_op = 'UPDATE' and (old.source, old.row) is distinct from (new.source, new.row) then
       raise exception 'only the newest row of the journal is confirmed';
     end if;
     return new;
   end $$`,
  'create trigger confirmation_made before insert or update on confirmation for each row execute function ledger_confirms_newest()',
  `create trigger confirmation_kept before delete on confirmation for each row ${LOSES}`,
  `create trigger confirmation_not_emptied before truncate on confirmation ${LOSES}`,
];
