import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StoredRow } from '../store/ledger-rows.js';
import { unzip } from '../unzip.js';
import { unzipRows } from './unzip-rows.js';

const ROW = { kind: 'reading', at: '', reading: 1, period: null, outcome: null, chain: '', confirmedAt: null } as const;

const toRows = (documents: readonly Uint8Array[]): StoredRow[] =>
  documents.map((document, index) => ({ ...ROW, number: index + 1, document }));

const anyMember = fc.oneof(
  fc.string(),
  fc.integer({ max: 90_000, min: 60_000 }).map((length) => 'a'.repeat(length)),
);
/** Mostly as they are written; of several members, cut, or with bytes at the end that are no gzip. */
const anyDocument = fc.oneof(
  { weight: 9, arbitrary: anyMember.map((text) => gzipSync(text)) },
  fc.array(anyMember, { maxLength: 3 }).map((texts) => Buffer.concat(texts.map((text) => gzipSync(text)))),
  fc.string().map((text) => gzipSync(text).subarray(0, -2)),
  fc.string().map((text) => Buffer.concat([gzipSync(text), Buffer.from('more')])),
);

/** The text of a document, or that it cannot be unzipped. */
const textOf = (document: Uint8Array): string => {
  try {
    return unzip(document).toString('latin1');
  } catch {
    return 'damaged';
  }
};

describe('unzipRows', () => {
  it('gives each row the text that its document has alone, or none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyDocument, { maxLength: 30 }), async (documents) => {
        const rows = toRows(documents);
        const texts: string[] = [];
        for await (const { text, ...row } of unzipRows(rows)) {
          expect(row).toEqual(rows[texts.length]);
          texts.push(text?.ownBytes.toString('latin1') ?? textOf(row.document));
        }
        expect(texts).toEqual(documents.map(textOf));
      }),
    );
  });

  it('unzips together what was written whole', async () => {
    const rows = toRows(['one', 'two', 'three'].map((text) => gzipSync(text)));
    const texts: (string | undefined)[] = [];
    for await (const { text } of unzipRows(rows)) texts.push(text?.ownBytes.toString('latin1'));
    expect(texts).toEqual(['one', 'two', 'three']);
  });
});
