import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plain } from '../../test/support/decimals.js';
import { toPlainNotation } from './plain-notation.js';

const NINES = '9'.repeat(400);

describe('toPlainNotation', () => {
  it.each<{ number: string; decimal: string }>`
    number                       | decimal
    ${'0'}                       | ${'0'}
    ${'-0'}                      | ${'0'}
    ${'-0.00e5'}                 | ${'0'}
    ${`0e${'9'.repeat(900)}`}    | ${'0'}
    ${'79'}                      | ${'79'}
    ${'79.00'}                   | ${'79'}
    ${'5.20'}                    | ${'5.2'}
    ${'1e3'}                     | ${'1000'}
    ${'1E+3'}                    | ${'1000'}
    ${'-12.5e-1'}                | ${'-1.25'}
    ${'0.001e2'}                 | ${'0.1'}
    ${'1e-7'}                    | ${'0.0000001'}
    ${'79.00000000000000001'}    | ${'79.00000000000000001'}
    ${'1e399'}                   | ${`1${'0'.repeat(399)}`}
    ${'1e-400'}                  | ${`0.${'0'.repeat(399)}1`}
    ${`-${NINES}.${NINES}`}      | ${`-${NINES}.${NINES}`}
    ${`0.${'0'.repeat(998)}`}    | ${'0'}
    ${`1000.${'0'.repeat(995)}`} | ${'1000'}
  `('converts $number to $decimal', ({ number, decimal }) => {
    expect(toPlainNotation(number)).toBe(decimal);
  });

  it.each([
    '1e400',
    '-1e400',
    '1e-401',
    `1${NINES}`,
    `0.${NINES}1`,
    `1e${'9'.repeat(900)}`,
    `1e-${'9'.repeat(900)}`,
    `1.${'0'.repeat(999)}`,
    `0.${'0'.repeat(999)}`,
    '9'.repeat(1_000_000),
    'NaN',
    'Infinity',
    '',
    '1.',
    '.5',
    '+1',
    '0x10',
    ' 1',
    '1\n',
  ])('refuses %s', (number) => {
    expect(toPlainNotation(number)).toBeUndefined();
  });

  it('keeps the value of any number', () => {
    const digits = fc.stringMatching(/^[0-9]{1,40}$/);
    const exponent = fc.integer({ min: -60, max: 60 });
    fc.assert(
      fc.property(fc.boolean(), digits, digits, exponent, (isNegative, whole, fraction, power) => {
        const number = `${isNegative ? '-' : ''}${whole}.${fraction}e${power}`;
        expect(toPlainNotation(number)).toBe(plain(number));
      }),
      { numRuns: 2000 },
    );
  });
});
