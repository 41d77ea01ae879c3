import { describe, expect, it } from '@jest/globals';
import { amountCell, fitsNumber, textCell, wholeCell } from './cell.js';
import { amountStyle, STYLE } from './styles.js';

describe('a cell', () => {
  it.each([
    ['0', true],
    ['5.2', true],
    ['-3.2', true],
    ['123456789012345', true],
    ['1234567890123.45', true],
    ['0.000000000000005', true],
    ['1234567890123456', false],
    ['12345678901234.567', false],
    ['0.0000000000000005', false],
    ['1000000000000000', false],
  ])('is a number only if none of its digits is dropped: %s', (decimal, fits) =>
    expect(fitsNumber(decimal)).toBe(fits),
  );

  it('has an amount as it is written, shown with its decimals and two at least', () => {
    expect(['45', '5.2', '2264.4', '12.345'].map(amountCell)).toEqual([
      ` s="${amountStyle(2)}"><v>45</v>`,
      ` s="${amountStyle(2)}"><v>5.2</v>`,
      ` s="${amountStyle(2)}"><v>2264.4</v>`,
      ` s="${amountStyle(3)}"><v>12.345</v>`,
    ]);
  });

  it('has a longer number as text', () => {
    const text = (digits: string) =>
      ` s="${STYLE.longNumber}" t="inlineStr"><is><t xml:space="preserve">${digits}</t></is>`;
    expect(amountCell('12345678901234567.05')).toBe(text('12345678901234567.05'));
    expect(wholeCell(Number.MAX_SAFE_INTEGER)).toBe(text('9007199254740991'));
  });

  it('is empty without a value', () =>
    expect([wholeCell(undefined), textCell(undefined), textCell('')]).toEqual(['', '', '']));
});
