import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LedgerEngine } from '../../src/ledger/engine/ledger-engine.js';
import type { StoredRow } from '../../src/ledger/store/ledger-rows.js';
import type { LedgerStore } from '../../src/ledger/store/ledger-store.js';
import { BackupExistsError, ConflictError } from '../../src/ledger/store/store.errors.js';
import { give, sent } from '../support/engine-readings.js';
import { ENGINE_OPTIONS } from '../support/use-ledger-engine.js';
import { commit, explanationOf, FIRST, journalText, rowsAfter, sealOf, SECOND, THIRD } from './rows.js';

/** A place where stores of one kind can be opened, each as by a process of its own. */
export interface StorePlace {
  readonly open: (file: string, source: string) => Promise<LedgerStore>;
  /** The name of a file as a backup takes it. */
  readonly fileOf: (file: string) => string;
  readonly clear: () => Promise<void>;
}

const CONFIRMED = '2024-05-01T00:00:00.000Z';

/** What any store of the ledger must do; one that `backsUp` also writes copies of itself. */
export const describeStore = (
  name: string,
  createPlace: () => Promise<StorePlace>,
  { backsUp = true, documentBytes = 40_000_000 }: { readonly backsUp?: boolean; readonly documentBytes?: number } = {},
): void => {
  describe(`the store on ${name}`, () => {
    let place: StorePlace;
    const opened: LedgerStore[] = [];
    const open = async (file = 'ledger.db'): Promise<LedgerStore> => {
      const store = await place.open(file, 'default');
      opened.push(store);
      return store;
    };
    let store: LedgerStore;

    beforeEach(async () => {
      place = await createPlace();
      store = await open();
    });

    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
      await place.clear();
    });

    it('is empty at first', async () => {
      expect(await journalText(store)).toBe('');
      expect(await store.manifests()).toEqual([]);
      expect(await store.seal('2024-04-29')).toBeUndefined();
      expect(await store.rateCard('a')).toBeUndefined();
      expect(await store.explanations('2024-04-29', 0)).toEqual([]);
    });

    it('gives back each row as it was written', async () => {
      await store.append(commit(0, { rows: [FIRST, SECOND] }));
      await store.append(commit(2, { rows: [THIRD] }));
      const rows: StoredRow[] = [];
      for await (const row of store.journal()) rows.push(row);
      expect(rows).toEqual([FIRST, SECOND, THIRD].map((row) => ({ ...row, confirmedAt: null })));
    });

    it('gives back more rows than it reads at once', async () => {
      const rows = rowsAfter(undefined, 2500);
      await store.append(commit(0, { rows }));
      expect(await journalText(store)).toBe(rows.map(({ number }) => number).join(', '));
    });

    it('keeps a large document', async () => {
      const document = new Uint8Array(documentBytes).fill(7);
      await store.append(commit(0, { rows: [{ ...FIRST, document }, SECOND] }));
      const isSame: boolean[] = [];
      for await (const row of store.journal()) isSame.push(Buffer.compare(row.document, document) === 0);
      expect(isSame).toEqual([true, false]);
    });

    it('writes when the newest row was confirmed, and nothing else', async () => {
      await store.append(commit(0, { rows: [FIRST, SECOND] }));
      await store.append(commit(2, { confirmedAt: '2024-04-30T00:00:00.000Z' }));
      await store.append(commit(2, { confirmedAt: CONFIRMED, rows: [THIRD] }));
      expect(await journalText(store)).toBe(`1, 2 (confirmed ${CONFIRMED}), 3`);
    });

    it.each([0, 1, 3])('writes nothing after row %i where the newest is 2', async (after) => {
      await store.append(commit(0, { rows: [FIRST, SECOND] }));
      const late = commit(after, { confirmedAt: CONFIRMED, rows: [THIRD], seals: [sealOf('2024-04-29')] });
      await expect(store.append(late)).rejects.toThrow(ConflictError);
      expect(await journalText(store)).toBe('1, 2');
      expect(await store.manifests()).toEqual([]);
    });

    it('lets one of two processes write that have read the same', async () => {
      const other = await open();
      await store.append(commit(0, { rows: [FIRST] }));
      await expect(other.append(commit(0, { rows: [FIRST] }))).rejects.toThrow(ConflictError);
      await other.append(commit(1, { rows: [SECOND] }));
      expect(await journalText(store)).toBe('1, 2');
    });

    it('writes one after the other what is appended at once', async () => {
      const rows = rowsAfter(undefined, 20);
      await Promise.all(rows.map((row) => store.append(commit(row.number - 1, { rows: [row] }))));
      expect(await journalText(store)).toBe(rows.map(({ number }) => number).join(', '));
    });

    it('says where it ends, and is read on from a row', async () => {
      expect(await store.newest()).toBeUndefined();
      await store.append(commit(0, { rows: [FIRST, SECOND, THIRD] }));
      await store.append(commit(3, { confirmedAt: CONFIRMED }));
      expect(await store.newest()).toEqual({ number: 3, chain: THIRD.chain, confirmedAt: CONFIRMED });
      const numbers: number[] = [];
      for await (const { number } of store.journal(2)) numbers.push(number);
      expect(numbers).toEqual([2, 3]);
    });

    it('lets the only process that has it record', async () => {
      expect([await store.claim(), await store.claim()]).toEqual([true, true]);
    });

    it('reads on while rows are appended', async () => {
      await store.append(commit(0, { rows: [FIRST] }));
      const numbers: number[] = [];
      for await (const { number } of store.journal()) {
        numbers.push(number);
        if (number === 1) await store.append(commit(1, { rows: [SECOND] }));
      }
      expect(numbers[0]).toBe(1);
      expect(await journalText(store)).toBe('1, 2');
    });

    it('has closed periods in the order in which they were closed', async () => {
      await store.append(commit(0, { rows: [FIRST], seals: [sealOf('2024-04-29'), sealOf('2024-03-29')] }));
      await store.append(commit(1, { rows: [SECOND], seals: [sealOf('2024-01-01')] }));
      expect(await store.manifests()).toEqual(
        ['2024-04-29', '2024-03-29', '2024-01-01'].map((period) => {
          const { manifest, digest } = sealOf(period);
          return { period, manifest, digest };
        }),
      );
      expect(await store.seal('2024-03-29')).toEqual(sealOf('2024-03-29'));
    });

    it('keeps a rate card once, as it was first', async () => {
      await store.append(commit(0, { rows: [FIRST], rateCards: [{ sha256: 'a', document: '{}' }] }));
      await store.append(commit(1, { rows: [SECOND], rateCards: [{ sha256: 'a', document: '{"other":1}' }] }));
      expect(await store.rateCard('a')).toEqual({ sha256: 'a', document: '{}' });
      expect(await store.rateCards()).toEqual([{ sha256: 'a', document: '{}' }]);
    });

    it('finds what explains a line, in the order of the rows', async () => {
      const explanations = [explanationOf(1, 0, 4), explanationOf(1, 5, 9), explanationOf(2, 4, 4)];
      await store.append(commit(0, { rows: [FIRST, SECOND], explanations }));
      expect(await store.explanations('2024-04-29', 4)).toEqual([explanations[0], explanations[2]]);
      expect(await store.explanations('2024-04-29', 9)).toEqual([explanations[1]]);
      expect(await store.explanations('2024-04-29', 10)).toEqual([]);
      expect(await store.explanations('2024-04-29')).toEqual(explanations);
      expect(await store.explanations('2024-05-29', 4)).toEqual([]);
      expect(await store.explanationsOfRows(1, 1)).toEqual(explanations.slice(0, 2));
    });

    it('deletes the texts of a period, and has what takes their place', async () => {
      const texts = { ...explanationOf(1, 0, 4), kind: 'texts' as const };
      const other = { ...texts, period: '2024-03-29' };
      const amounts = explanationOf(2, 3, 3);
      await store.append(commit(0, { rows: [FIRST, SECOND], explanations: [texts, other, amounts] }));
      expect(await store.periodsWithTexts()).toEqual(new Set(['2024-04-29', '2024-03-29']));
      await store.append(commit(2, { textsDeleted: ['2024-04-29'], explanations: [explanationOf(1, 0, 4)] }));
      expect(await store.explanations('2024-04-29')).toEqual([explanationOf(1, 0, 4), amounts]);
      expect(await store.explanations('2024-03-29')).toEqual([other]);
      expect(await store.periodsWithTexts()).toEqual(new Set(['2024-03-29']));
    });

    it('still has everything when it is opened again', async () => {
      await store.append(commit(0, { rows: [FIRST, SECOND], seals: [sealOf('2024-04-29')] }));
      await store.append(commit(2, { confirmedAt: CONFIRMED }));
      await store.close();
      const again = await open();
      expect(await journalText(again)).toBe(`1, 2 (confirmed ${CONFIRMED})`);
      expect(await again.seal('2024-04-29')).toEqual(sealOf('2024-04-29'));
    });

    it('has the prints of another key, once a reading has printed the texts again', async () => {
      const record = async (key: string, hour: number, text: string) => {
        const engine = new LedgerEngine(() => open(), { ...ENGINE_OPTIONS, key });
        const recorded = await give(engine, [sent(1, 0, { text })], hour);
        await engine.ledger.close();
        return recorded;
      };
      const [roof, door] = ['Who pays for the roof?', 'Who pays for the door?'];
      expect(await record('a key', 3, roof)).toMatchObject({ number: 1, outcome: 'applied' });
      expect(await record('another key', 4, roof)).toMatchObject({ number: 2, outcome: 'applied' });
      expect(await record('another key', 5, roof)).toMatchObject({ number: 2, outcome: 'confirmed' });
      expect(await record('another key', 6, door)).toMatchObject({ number: 3, outcome: 'applied' });
    });

    if (backsUp) {
      it('writes a backup that is opened like any other, and that does not go on', async () => {
        await store.append(commit(0, { rows: [FIRST], seals: [sealOf('2024-04-29')] }));
        await store.backup(place.fileOf('copy.db'));
        await store.append(commit(1, { rows: [SECOND] }));
        const copy = await open('copy.db');
        expect(await journalText(copy)).toBe('1');
        expect(await copy.seal('2024-04-29')).toEqual(sealOf('2024-04-29'));
        await copy.append(commit(1, { rows: [SECOND] }));
      });

      it('overwrites no file with a backup', async () => {
        await store.append(commit(0, { rows: [FIRST] }));
        await store.backup(place.fileOf('copy.db'));
        await store.append(commit(1, { rows: [SECOND] }));
        await expect(store.backup(place.fileOf('copy.db'))).rejects.toThrow(BackupExistsError);
        expect(await journalText(await open('copy.db'))).toBe('1');
      });
    }
  });
};
