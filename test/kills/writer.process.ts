import { argv, stdout } from 'node:process';
import { credits } from '../../src/pricing/index.js';
import type { Entry } from '../../src/ledger/rule/entry.js';
import { toRows } from '../../src/ledger/journal/to-rows.js';
import type { StoredRow } from '../../src/ledger/store/ledger-rows.js';
import { openStore } from '../../src/ledger/store/open-store.js';
import { toPlace } from '../../src/bin/ledger-location.js';
import { play } from '../support/ledger-history.js';
import { commit, explanationOf, sealOf } from '../ledger-store/rows.js';
import { acknowledgedAs, type Action, periodOf } from './action.js';

/**
 * Does one kind of work on a ledger's database without a pause, until it is killed, and acknowledges
 * each step on its standard output once it is done: `writer.process.ts ACTION DATABASE`, which is a file
 * or the URL of a Postgres.
 */

const [, , action, file] = argv as [string, string, Action, string];

const acknowledge = (text: string): void => {
  stdout.write(`${text}\n`);
};

acknowledge('begin');
const store = await openStore(toPlace(file), 'default', {});
let newest: StoredRow | undefined;
for await (const row of store.journal()) newest = row;
acknowledge('open');

/** A first reading of 300 messages: enough for a row to need several pages of the database. */
const READING = play(['1-300@0']).entries;
const CONFIRMATION: Entry = { kind: 'confirmation', reading: 1, atMs: 0 };
const CLOSING: Entry = { kind: 'closing', period: '2024-04-29', atMs: 0 };

/** The first row is a reading, so the second is adjustment 1. */
const adjustment = (number: number): Entry => ({
  kind: 'adjustment',
  adjustment: {
    kind: 'manual',
    number,
    bookedIn: '2024-04-29',
    difference: credits('-0.5'),
    reason: 'as agreed',
    author: 'finance',
  },
  request: { key: `key ${number}`, sha256: 'a'.repeat(64) },
  atMs: 0,
});

const entriesAt = (step: number): readonly Entry[] => {
  if (action === 'confirm' && newest) return [{ ...CONFIRMATION, atMs: step }];
  if (action === 'adjust' && newest) return [adjustment(newest.number)];
  return action === 'close' ? [...READING, CLOSING] : READING;
};

const amountsOf = (row: number) => ({ ...explanationOf(row, 0, 299), period: periodOf(row) });
const deleteTexts = (row: number, after: number): Promise<void> =>
  store.append(commit(after, { explanations: [amountsOf(row)], textsDeleted: [periodOf(row)] }));
// As the service does: what a killed process left is deleted at the next reading.
for (const period of await store.periodsWithTexts()) await deleteTexts(Number(period), newest?.number ?? 0);

for (let step = 0; ; step += 1) {
  if (action === 'migrate') break;
  if (action === 'backup' && newest) {
    await store.backup(`${file}.${step}`);
    acknowledge(`${file}.${step}`);
    continue;
  }
  const written = toRows(entriesAt(step), newest);
  const number = written.rows.at(-1)?.number ?? written.after;
  const seals = action === 'close' ? [sealOf(`period of ${number}`)] : [];
  const explanations = action === 'retention' ? [{ ...amountsOf(number), kind: 'texts' as const }] : [];
  await store.append({ ...written, seals, rateCards: [], explanations });
  if (action === 'retention') await deleteTexts(number, number);
  const row = written.rows.at(-1);
  newest = row ? { ...row, confirmedAt: null } : newest && { ...newest, confirmedAt: written.confirmedAt ?? null };
  if (newest) acknowledge(acknowledgedAs(newest));
}
await store.close();
