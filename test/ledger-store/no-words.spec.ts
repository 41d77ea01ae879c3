import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../bench/upstream/random.js';
import { give, sent } from '../support/engine-readings.js';
import { useLedgerEngine } from '../support/use-ledger-engine.js';

/** Bytes of a text that would give it away. */
const RUN = 8;
const random = randomOf(20_240_429);

/** Letters by chance, so that no name, card or schema shares eight of them. */
const anyText = (): string =>
  Array.from({ length: 40 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');

/** Everything that the database keeps: its file, its log, and each document unpacked. */
const contentOf = (file: string): string => {
  const database = new DatabaseSync(file, { readOnly: true });
  const blobs = ['journal.document', 'period_seal.lines', 'explanation.document'].flatMap((name) => {
    const [table, column] = name.split('.');
    const rows = database.prepare(`select ${column} as packed from ${table}`).all() as { packed: Uint8Array }[];
    expect(rows).not.toEqual([]);
    return rows.map(({ packed }) => gunzipSync(packed).toString('latin1'));
  });
  database.close();
  return [file, `${file}-wal`]
    .map((path) => readFileSync(path, 'latin1'))
    .concat(blobs)
    .join('\n');
};

describe('a ledger that keeps amounts', () => {
  const { start, file } = useLedgerEngine();

  it('has no eight letters in a row of any text', async () => {
    const texts = Array.from({ length: 30 }, anyText);
    const messages = texts.map((text, index) => sent(index, index, { text }));
    const engine = start();
    await give(engine, messages.slice(0, 15), 20);
    await give(engine, [sent(0, 0, { text: texts[20] ?? '' }), ...messages.slice(1, 10)], 21);
    // Held, closed and open.
    await give(engine, [sent(900, -100, { text: texts[21] ?? '' })], 22);
    await give(engine, messages.slice(22), 23);
    await give(engine, messages.slice(22, 29), 24);
    const content = contentOf(file());
    const runs = texts.flatMap((text) =>
      Array.from({ length: text.length - RUN + 1 }, (_, at) => text.slice(at, at + RUN)),
    );
    expect(runs.filter((run) => content.includes(run))).toEqual([]);
  });
});
