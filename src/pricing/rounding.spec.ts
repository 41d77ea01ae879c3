import { describe, expect, it } from '@jest/globals';

import { divideRounded, ROUNDINGS } from './rounding.js';

describe('divideRounded', () => {
  it.each<{ dividend: bigint; halfUp: bigint; halfEven: bigint; up: bigint; down: bigint }>`
    dividend | halfUp | halfEven | up     | down
    ${0n}    | ${0n}  | ${0n}    | ${0n}  | ${0n}
    ${1n}    | ${0n}  | ${0n}    | ${1n}  | ${0n}
    ${5n}    | ${1n}  | ${0n}    | ${1n}  | ${0n}
    ${6n}    | ${1n}  | ${1n}    | ${1n}  | ${0n}
    ${10n}   | ${1n}  | ${1n}    | ${1n}  | ${1n}
    ${15n}   | ${2n}  | ${2n}    | ${2n}  | ${1n}
    ${25n}   | ${3n}  | ${2n}    | ${3n}  | ${2n}
    ${-1n}   | ${0n}  | ${0n}    | ${-1n} | ${0n}
    ${-5n}   | ${-1n} | ${0n}    | ${-1n} | ${0n}
    ${-15n}  | ${-2n} | ${-2n}   | ${-2n} | ${-1n}
    ${-25n}  | ${-3n} | ${-2n}   | ${-3n} | ${-2n}
    ${-30n}  | ${-3n} | ${-3n}   | ${-3n} | ${-3n}
  `('rounds $dividend tenths half-up, half-even, up and down', ({ dividend, halfUp, halfEven, up, down }) => {
    expect(ROUNDINGS.map((rounding) => divideRounded(dividend, 10n, rounding))).toEqual([halfUp, halfEven, up, down]);
  });

  it('tells the middle from its neighbours beyond the safe integers', () => {
    const divisor = 10n ** 40n;
    const middle = divisor / 2n;

    expect([middle - 1n, middle, middle + 1n].map((rest) => divideRounded(rest, divisor, 'half_even'))).toEqual([
      0n,
      0n,
      1n,
    ]);
  });
});
