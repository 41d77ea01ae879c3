import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyWrittenEntry } from '../../../test/support/any-entry.js';
import { stateText } from '../../../test/ledger-sim/state-text.js';
import { play } from '../../../test/support/ledger-history.js';
import type { Entry } from '../rule/entry.js';
import { LedgerState } from '../rule/ledger-state.js';
import type { StoredRow } from '../store/ledger-rows.js';
import { DamagedRowError, entriesOf } from './entries-of.js';
import { DocumentText } from './document-text.js';
import { readDocument } from './entry-document.js';
import { findDamage } from './find-damage.js';
import { toRow } from './to-row.js';
import { toRows } from './to-rows.js';
import { unzip } from '../unzip.js';

/** The rows that a store has after each of these entries was written by itself. */
const written = (entries: readonly Entry[]): StoredRow[] => {
  const stored: StoredRow[] = [];
  for (const entry of entries) {
    const newest = stored.at(-1);
    const { confirmedAt, rows } = toRows([entry], newest);
    if (newest && confirmedAt) stored[stored.length - 1] = { ...newest, confirmedAt };
    stored.push(...rows.map((row) => ({ ...row, confirmedAt: null })));
  }
  return stored;
};

const folded = (rows: readonly StoredRow[]): LedgerState => {
  const state = new LedgerState();
  for (const row of rows) for (const entry of entriesOf(row, state.last?.number ?? 0)) state.apply(entry);
  return state;
};

const read = (document: Uint8Array): DocumentText => new DocumentText(unzip(document));

const withFirst = (rows: readonly StoredRow[], change: Partial<StoredRow>): StoredRow[] =>
  rows.map((row, index) => (index === 0 ? { ...row, ...change } : row));

const columnsOf = ({ number, kind, at, reading, period, outcome, confirmedAt }: StoredRow): string =>
  `${number} ${kind} at ${at}: reading ${reading}, period ${period}, ${outcome}; ${confirmedAt}`;

const asText = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

const HISTORY = [
  '1-5@0',
  '1-5@0',
  '1-4@0 6@9',
  '-',
  '!3 discard',
  '11-14@900',
  '+80 [B] 11-14@900=2 2@1=3|4r',
  '11-14@900=2',
];

describe('a row of the journal', () => {
  it('has the entry that it was made of', () => {
    fc.assert(
      fc.property(anyWrittenEntry, (entry) => {
        expect(readDocument(read(toRow(entry).document))).toEqual(entry);
      }),
    );
  });

  it('says in its columns what the entry is about', () => {
    const rows = written(play(['1-3@0', '1-3@0', '-', '!2 new_period', '+80 9@900']).entries);
    expect(rows.map(columnsOf)).toEqual([
      '1 reading at 2024-04-29T01:00:00.000Z: reading 1, period 2024-04-29, applied; 2024-04-29T02:00:00.000Z',
      '2 reading at 2024-04-29T03:00:00.000Z: reading 2, period null, empty; null',
      '3 decision at 2024-04-29T04:00:00.000Z: reading 2, period null, null; null',
      '4 reconsideration at 2024-04-29T04:00:00.000Z: reading 2, period null, applied; null',
      '5 reading at 2024-05-02T12:00:00.000Z: reading 3, period 2024-06-05, applied; null',
      '6 closing at 2024-05-02T12:00:00.000Z: reading null, period 2024-04-29, null; null',
    ]);
  });

  it('gives back the history that was written', () => {
    const { entries, state } = play(HISTORY);
    const rows = written(entries);
    expect(rows).toHaveLength(entries.filter(({ kind }) => kind !== 'confirmation').length);
    expect(JSON.parse(stateText(folded(rows)))).toEqual(JSON.parse(stateText(state)));
  });

  it('takes at most 20 bytes for a new message without a print', () => {
    const { entries } = play(['1-10000@0']);
    const [row] = written(entries);
    expect((row?.document.length ?? 0) / 10_000).toBeLessThan(20);
  });
});

describe('findDamage', () => {
  const rows = written(play(HISTORY).entries);
  const [first, second] = rows;
  if (!first || !second) throw new Error('the history has no rows');

  it('finds none in what was written, confirmed or not', async () => {
    expect(await findDamage(rows)).toBeUndefined();
    expect(await findDamage(withFirst(rows, { confirmedAt: null }))).toBeUndefined();
  });

  it('finds every flipped byte, but in the parts of a gzip header that mean nothing', async () => {
    const unnoticed: string[] = [];
    for (let index = 0; index < first.document.length; index += 1) {
      const document = Uint8Array.from(first.document, (byte, at) => (at === index ? byte ^ 1 : byte));
      if ((await findDamage(withFirst(rows, { document }))) !== 1)
        unnoticed.push(JSON.stringify(readDocument(read(document)), asText));
    }
    expect(unnoticed.length).toBeLessThanOrEqual(7);
    expect(new Set(unnoticed)).toEqual(new Set([JSON.stringify(readDocument(read(first.document)), asText)]));
  });

  it.each<Partial<StoredRow>>([
    { number: 2 },
    { kind: 'closing' },
    { at: '2024-04-29T01:00:00.001Z' },
    { reading: 2 },
    { period: '2024-04-28' },
    { outcome: 'past' },
    { chain: second.chain },
    { document: second.document },
  ])('finds a row that says something else: %j', async (change) => {
    expect(await findDamage(withFirst(rows, change))).toBe(1);
  });

  it('finds the row after one that is gone, and rows that changed places', async () => {
    expect(await findDamage(rows.toSpliced(1, 1))).toBe(2);
    expect(await findDamage([first, ...rows.slice(1).toReversed()])).toBe(2);
  });
});

describe('entriesOf', () => {
  it.each([new Uint8Array(), new Uint8Array([1, 2, 3])])('names the row that cannot be read', (document) => {
    const [row] = written(play(['1@0', '2@3']).entries);
    if (!row) throw new Error('no row');
    expect(() => entriesOf({ ...row, document }, 0)).toThrow(DamagedRowError);
    expect(() => entriesOf({ ...row, document }, 0)).toThrow('row 1 of the journal is damaged');
  });
});
