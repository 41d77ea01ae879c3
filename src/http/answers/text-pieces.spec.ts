import { describe, expect, it } from '@jest/globals';
import { TextPieces } from './text-pieces.js';

describe('TextPieces', () => {
  it.each<{ what: string; pieces: string[]; chunks: number[] }>`
    what            | pieces                                               | chunks
    ${'nothing'}    | ${[]}                                                | ${[0]}
    ${'short ones'} | ${['a', 'b', 'c']}                                   | ${[3]}
    ${'a long one'} | ${['a'.repeat(100_000), 'b']}                        | ${[100_000, 1]}
    ${'many'}       | ${Array.from({ length: 50 }, () => 'a'.repeat(1e3))} | ${[17_000, 17_000, 16_000]}
  `('joins pieces into chunks: $what', async ({ pieces, chunks }) => {
    const sent: string[] = [];
    for await (const chunk of new TextPieces(pieces).chunks()) sent.push(chunk);

    expect(sent.join('')).toBe(pieces.join(''));
    expect(sent.map(({ length }) => length)).toEqual(chunks);
  });
});
