import { type Kysely, sql } from 'kysely';

/** Creates triggers that make SQLite refuse any change of the journal, seals and rate cards. */
export const protectHistory = async (db: Kysely<unknown>): Promise<void> => {
  for (const trigger of TRIGGERS) await sql.raw(trigger).execute(db);
};

const NEVER_CHANGED = {
  journal: 'a row of the journal never changes',
  period_seal: 'a closed period never changes',
  rate_card: 'a rate card that priced something never changes',
};

const TRIGGERS = [
  `create trigger journal_next before insert on journal
   when new.number <> (select coalesce(max(number), 0) + 1 from journal where source = new.source)
   begin select raise(abort, 'a row of the journal comes after the newest'); end`,
  `create trigger journal_confirmed before update of confirmed_at on journal
   when exists (select 1 from journal where source = old.source and number > old.number)
   begin select raise(abort, 'only the newest row of the journal is confirmed'); end`,
  ...Object.entries(NEVER_CHANGED).flatMap(([table, message]) => [
    `create trigger ${table}_kept before delete on ${table} begin select raise(abort, '${message}'); end`,
    `create trigger ${table}_unchanged before update ${table === 'journal' ? 'of source, number, kind, at, reading, period, outcome, document, chain' : ''} on ${table}
     begin select raise(abort, '${message}'); end`,
  ]),
];
