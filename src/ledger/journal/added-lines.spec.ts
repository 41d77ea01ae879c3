import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { play } from '../../../test/support/ledger-history.js';
import { stateText } from '../../../test/ledger-sim/state-text.js';
import { sum } from '../../pricing/index.js';
import { compareEpochTimes } from '../../time/epoch-time.js';
import type { AddedLines } from '../rule/added-lines.js';
import type { Entry } from '../rule/entry.js';
import { LedgerState } from '../rule/ledger-state.js';
import { creditsOf } from '../rule/seen-message.js';
import { unzip } from '../unzip.js';
import { DocumentText } from './document-text.js';
import { type DocumentReading, readDocument } from './entry-document.js';
import type { WrittenEntry } from './entry-head.js';
import { toRow } from './to-row.js';

const written = (entries: readonly Entry[]): WrittenEntry[] => entries.filter((entry) => entry.kind !== 'confirmation');

/** The entry as its document gives it back, which has the bytes of another one before and after it. */
const readBack = (entry: WrittenEntry, options?: DocumentReading): WrittenEntry => {
  const text = unzip(toRow(entry).document);
  const bytes = Buffer.concat([text, text, text]);
  return readDocument(new DocumentText(bytes, text.length, 2 * text.length), options);
};

const addedBy = (entry: WrittenEntry): AddedLines | undefined => {
  const folded = readBack(entry, { isFolded: true });
  return folded.kind === 'reading' ? folded.judgement.added : undefined;
};

/** Readings of few ids and instants at several prices, so that they add, revise, lose and bring back. */
const anyHistory = fc.array(
  fc.oneof(
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('', '=0.5', '=2.125', '=79.25r', '~b')), {
        minLength: 1,
        maxLength: 9,
      })
      .map((list) => list.map(([id, price]) => `${id}@${id}${price}`).join(' ')),
    fc.constantFrom('-', '1-9@0', '21-40@900', '+80 21-41@900', '1-30@0', '[B] 1-9@0'),
  ),
  { maxLength: 9 },
);

describe('the lines that a reading adds', () => {
  it.each<{ reading: string; areLeft: boolean }>`
    lines                                       | reading                  | areLeft
    ${'a first reading'}                        | ${'1-5@0 6@2=2.5'}       | ${true}
    ${'prices of reports'}                      | ${'1@0=79.125r 2@1'}     | ${true}
    ${'a message out of order'}                 | ${'1@9 2@3 3@12'}        | ${true}
    ${'a price of more decimals than are read'} | ${'1@0=0.00005'}         | ${false}
    ${'a price that is no safe integer'}        | ${'1@0=900000000000000'} | ${false}
  `('are left unread where a scan can sum them up: $lines', ({ reading, areLeft }) => {
    expect(written(play([reading]).entries).map((entry) => addedBy(entry) !== undefined)).toEqual([areLeft]);
  });

  it('are read where anything else happens as well', () => {
    const changed = written(play(['1-5@0', '1-4@0 6@9', '1-6@0=2']).entries).slice(1);
    expect(changed.map(addedBy)).toEqual([undefined, undefined]);
  });

  it('are what they come to', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        for (const entry of written(play(history).entries)) {
          const added = addedBy(entry);
          const messages = added?.read().map(({ message }) => message) ?? [];
          const byTime = messages.toSorted(compareEpochTimes);
          expect(added?.count ?? 0).toBe(messages.length);
          if (!added) continue;
          expect(added.credits).toEqual(sum(messages.map(creditsOf)));
          expect([added.earliest.timestamp, added.latest.timestamp]).toEqual([
            byTime.at(0)?.timestamp,
            byTime.at(-1)?.timestamp,
          ]);
        }
      }),
    );
  });

  it('make the same ledger as lines that are read', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { entries } = play(history);
        const foldOf = (options: DocumentReading): string =>
          stateText(
            LedgerState.of(entries.map((entry) => (entry.kind === 'confirmation' ? entry : readBack(entry, options)))),
          );
        expect(foldOf({ isFolded: true })).toBe(foldOf({ isFolded: false }));
      }),
    );
  });
});
