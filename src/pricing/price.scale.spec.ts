import { describe, expect, it } from '@jest/globals';

import { toDecimal } from './credits.js';
import { priceText } from './price.js';
import { STANDARD } from './rate-cards/standard.js';

/**
 * A hundred thousand different words of nine consonants: the numbers from 0 with a letter for each
 * digit.
 */
const DIFFERENT_WORDS = Array.from({ length: 100_000 }, (_, number) =>
  `${String(number).padStart(9, '0')} `.replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit))),
).join('');

/**
 * Work that grows with the square of the length would take minutes here and exceed Jest's timeout.
 */
describe('a message of a million characters', () => {
  it.each<{ kind: string; text: string; amounts: string; total: string }>`
    kind                                    | text                                 | amounts                                               | total
    ${'one word of one letter'}             | ${'a'.repeat(1_000_000)}             | ${'1.00 50000.00 0.30 99999.90 5.00 -2.00 150004.20'} | ${'300008.40'}
    ${'sentences'}                          | ${'lease the land. '.repeat(62_500)} | ${'1.00 50000.00 31250.00 31250.40 5.00'}             | ${'112506.40'}
    ${'half a million words'}               | ${'x '.repeat(500_000)}              | ${'1.00 50000.00 50000.00 5.00 100006.00'}            | ${'200012.00'}
    ${'digits'}                             | ${'7'.repeat(1_000_000)}             | ${'1.00 50000.00 5.00 50006.00'}                      | ${'100012.00'}
    ${'spaces'}                             | ${' '.repeat(1_000_000)}             | ${'1.00 50000.00 5.00'}                               | ${'50006.00'}
    ${'emoji'}                              | ${'\u{1F600}'.repeat(1_000_000)}     | ${'1.00 50000.00 5.00'}                               | ${'50006.00'}
    ${'combining marks on nothing'}         | ${'\u0301'.repeat(1_000_000)}        | ${'1.00 50000.00 5.00'}                               | ${'50006.00'}
    ${'combining marks on one letter'}      | ${'e' + '\u0301'.repeat(999_999)}    | ${'1.00 50000.00 0.30 5.00 -2.00 50004.30'}           | ${'100008.60'}
    ${'apostrophes'}                        | ${"'".repeat(1_000_000)}             | ${'1.00 50000.00 0.30 5.00 -2.00'}                    | ${'50004.30'}
    ${'a hundred thousand different words'} | ${DIFFERENT_WORDS}                   | ${'1.00 50000.00 30000.00 5.00 -2.00'}                | ${'80004.00'}
    ${'halves of surrogate pairs'}          | ${'\uDE00'.repeat(1_000_000)}        | ${'1.00 50000.00 5.00'}                               | ${'50006.00'}
  `('of $kind costs exactly $total', ({ text, amounts, total }) => {
    const price = priceText(STANDARD, text);

    expect({
      amounts: price.lines.map((line) => toDecimal(line.credits)).join(' '),
      total: toDecimal(price.total),
    }).toEqual({ amounts, total });
  });
});
