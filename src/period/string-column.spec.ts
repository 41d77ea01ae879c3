import { describe, expect, it } from '@jest/globals';
import { array, assert, property, string } from 'fast-check';
import { StringColumn } from './string-column.js';

const kept = (column: StringColumn, texts: readonly string[]): string[] => {
  for (const text of texts) column.append(text);
  return texts.map((_, row) => column.at(row));
};

describe('a StringColumn', () => {
  it('gives every string back to the code unit, halves of a pair too', () => {
    assert(
      property(array(string({ unit: 'binary' })), (texts) => {
        expect(kept(new StringColumn('utf16le'), texts)).toEqual(texts);
      }),
      { examples: [[['\ud83d', '\ude00', '', '\ud83d\ude00', '\0']]] },
    );
  });

  it('gives ASCII back of one byte each', () => {
    assert(
      property(array(string({ unit: 'grapheme-ascii' })), (texts) => {
        expect(kept(new StringColumn('latin1'), texts)).toEqual(texts);
      }),
    );
  });

  it('goes on behind the end of a block, and has nothing behind its own', () => {
    const texts = Array.from({ length: 2 * 4096 + 1 }, (_, row) => `${row}`);
    const column = new StringColumn('latin1');
    expect(kept(column, texts)).toEqual(texts);
    expect(column.at(texts.length)).toBe('');
  });

  it('takes no more room for small strings because there was a large one', () => {
    const column = new StringColumn('latin1');
    const before = process.memoryUsage().arrayBuffers;
    column.append('x'.repeat(2 ** 22));
    for (let row = 0; row < 50 * 4096; row += 1) column.append('');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 2 ** 22);
    expect(column.at(0)).toHaveLength(2 ** 22);
  });
});
