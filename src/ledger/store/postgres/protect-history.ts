import { type Kysely, sql } from 'kysely';

/** Creates triggers that make Postgres refuse any change of the journal, seals and rate cards. */
export const protectHistory = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of [...FUNCTIONS, ...TRIGGERS]) await sql.raw(statement).execute(db);
};

const FUNCTIONS = [
  `create function ledger_refuse() returns trigger language plpgsql as $$
   begin raise exception '%', tg_argv[0]; end $$`,
  `create function ledger_next_row() returns trigger language plpgsql as $$
   begin
     if new.number <> (select coalesce(max(number), 0) + 1 from journal where source = new.source) then
       raise exception 'a row of the journal comes after the newest';
     end if;
     return new;
   end $$`,
  `create function ledger_confirm_newest() returns trigger language plpgsql as $$
   begin
     if exists (select from journal where source = old.source and number > old.number) then
       raise exception 'only the newest row of the journal is confirmed';
     end if;
     return new;
   end $$`,
];

const NEVER_CHANGED = {
  journal: 'a row of the journal never changes',
  period_seal: 'a closed period never changes',
  rate_card: 'a rate card that priced something never changes',
};

const TRIGGERS = [
  'create trigger journal_next before insert on journal for each row execute function ledger_next_row()',
  'create trigger journal_confirmed before update of confirmed_at on journal for each row execute function ledger_confirm_newest()',
  ...Object.entries(NEVER_CHANGED).flatMap(([table, message]) => [
    `create trigger ${table}_kept before delete on ${table} for each row execute function ledger_refuse('${message}')`,
    `create trigger ${table}_not_emptied before truncate on ${table} execute function ledger_refuse('${message}')`,
    `create trigger ${table}_unchanged before update ${table === 'journal' ? 'of source, number, kind, at, reading, period, outcome, document, chain' : ''} on ${table}
     for each row execute function ledger_refuse('${message}')`,
  ]),
];
