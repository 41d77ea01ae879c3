import { describe, expect, it } from '@jest/globals';
import { array, assert, property, string } from 'fast-check';
import { anyCharacter } from '../../test/support/any-character.js';
import { StringColumn } from './string-column.js';

const kept = (column: StringColumn, texts: readonly string[]): string[] => {
  for (const text of texts) column.append(text);
  return texts.map((_, row) => column.at(row));
};

describe('StringColumn', () => {
  it('keeps every code unit, lone surrogates too', () => {
    assert(
      property(array(string({ unit: anyCharacter })), (texts) => {
        expect(kept(new StringColumn('utf16le'), texts)).toEqual(texts);
      }),
      { examples: [[['\ud83d', '\ude00', '', '\ud83d\ude00', '\0']]] },
    );
  });

  it('keeps ASCII in one byte a character', () => {
    assert(
      property(array(string({ unit: 'grapheme-ascii' })), (texts) => {
        expect(kept(new StringColumn('latin1'), texts)).toEqual(texts);
      }),
    );
  });

  it('continues in a new block, and is empty past its last row', () => {
    const texts = Array.from({ length: 2 * 4096 + 1 }, (_, row) => `${row}`);
    const column = new StringColumn('latin1');
    expect(kept(column, texts)).toEqual(texts);
    expect(column.at(texts.length)).toBe('');
  });

  it('takes no more memory for small strings after a large one', () => {
    const column = new StringColumn('latin1');
    const before = process.memoryUsage().arrayBuffers;
    column.append('x'.repeat(2 ** 22));
    for (let row = 0; row < 50 * 4096; row += 1) column.append('');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 2 ** 22);
    expect(column.at(0)).toHaveLength(2 ** 22);
  });
});
