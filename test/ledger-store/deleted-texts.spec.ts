import { readFileSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../bench/upstream/random.js';
import { give, sent } from '../support/engine-readings.js';
import { useLedgerEngine } from '../support/use-ledger-engine.js';

const random = randomOf(20_240_429);

const anyText = (): string =>
  Array.from({ length: 400 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');

/** The texts as the database keeps them, packed: pieces of them, which nothing else has. */
const piecesOfTexts = (file: string): string[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(`select document from explanation where kind = 'texts'`).all() as {
    readonly document: Uint8Array;
  }[];
  database.close();
  return rows.flatMap(({ document }) => {
    const packed = Buffer.from(document).toString('latin1');
    return Array.from({ length: Math.floor(packed.length / 64) - 1 }, (_, index) =>
      packed.slice(64 * index + 32, 64 * index + 64),
    );
  });
};

const bytesOf = (file: string): string => [file, `${file}-wal`].map((path) => readFileSync(path, 'latin1')).join('\n');

describe('texts that were deleted', () => {
  const { start, file } = useLedgerEngine();

  it('have left no piece in the file, nor in its log', async () => {
    const engine = start({ keeps: 'texts', textMonths: 1 });
    const messages = Array.from({ length: 60 }, (_, index) => sent(index, index, { text: anyText() }));
    await give(engine, messages, 60);
    await give(engine, [sent(900, 720)], 722);
    await give(engine, [sent(900, 720)], 723);
    const pieces = piecesOfTexts(file());
    const kept = (): string[] => pieces.filter((piece) => bytesOf(file()).includes(piece));
    expect(pieces.length).toBeGreaterThan(100);
    expect(kept().length).toBeGreaterThan(100);
    expect(await give(engine, [sent(900, 720)], 723 + 32 * 24)).toMatchObject({ textsDeleted: ['2024-04-29'] });
    expect(kept()).toEqual([]);
  });
});
