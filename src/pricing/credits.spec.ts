import { describe, expect, it } from '@jest/globals';

import {
  type Credits,
  credits,
  hundredths,
  isLess,
  minus,
  plus,
  timesFraction,
  sum,
  times,
  toDecimal,
  toPlainDecimal,
  ZERO,
} from './credits.js';

const rangeError = (message: string) => expect.objectContaining({ name: 'RangeError', message });

describe('an amount of credits', () => {
  it.each<{ decimal: string | number; units: bigint; scale: number; written: string }>`
    decimal        | units         | scale | written
    ${'0'}         | ${0n}         | ${2}  | ${'0.00'}
    ${0}           | ${0n}         | ${2}  | ${'0.00'}
    ${-0}          | ${0n}         | ${2}  | ${'0.00'}
    ${'-0.00'}     | ${0n}         | ${2}  | ${'0.00'}
    ${79}          | ${7900n}      | ${2}  | ${'79.00'}
    ${'0.05'}      | ${5n}         | ${2}  | ${'0.05'}
    ${5.2}         | ${520n}       | ${2}  | ${'5.20'}
    ${'-2.00'}     | ${-200n}      | ${2}  | ${'-2.00'}
    ${'-0.05'}     | ${-5n}        | ${2}  | ${'-0.05'}
    ${'007.10'}    | ${710n}       | ${2}  | ${'7.10'}
    ${'1.5000'}    | ${150n}       | ${2}  | ${'1.50'}
    ${'10.0'}      | ${1000n}      | ${2}  | ${'10.00'}
    ${12.345}      | ${12345n}     | ${3}  | ${'12.345'}
    ${'0.1200300'} | ${12003n}     | ${5}  | ${'0.12003'}
    ${5e-7}        | ${5n}         | ${7}  | ${'0.0000005'}
    ${'12.5e-1'}   | ${125n}       | ${2}  | ${'1.25'}
    ${'1.25e1'}    | ${1250n}      | ${2}  | ${'12.50'}
    ${'1.25e+3'}   | ${125_000n}   | ${2}  | ${'1250.00'}
    ${1e21}        | ${10n ** 23n} | ${2}  | ${'1000000000000000000000.00'}
  `('is made from $decimal and formatted as $written', ({ decimal, units, scale, written }) => {
    const amount = credits(decimal);

    expect({ amount, written: toDecimal(amount) }).toEqual({ amount: { units, scale }, written });
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '.5',
    '5.',
    '1,50',
    '1.2.3',
    '--1',
    '0x10',
    '1E5',
    '1e',
    '1n',
    '\u0661',
    '1\n',
    'free',
  ])('is not made from %j', (text) => {
    expect(() => credits(text)).toThrow(rangeError(`not a decimal amount of credits: ${text}`));
  });

  it.each([NaN, Infinity, -Infinity])('is not made from %d', (number) => {
    expect(() => credits(number)).toThrow(rangeError(`not a decimal amount of credits: ${number}`));
  });

  it('is made from hundredths, as a bigint or a number', () => {
    expect([hundredths(520n), hundredths(520), hundredths(-5), ZERO]).toEqual(
      ['5.20', '5.20', '-0.05', '0'].map(credits),
    );
  });
});

describe('arithmetic on credits', () => {
  it.each<{ sentence: string; actual: Credits; expected: string }>`
    sentence                                   | actual                                            | expected
    ${'0.10 + 0.20'}                           | ${plus(credits('0.10'), credits('0.20'))}         | ${'0.30'}
    ${'1.00 + 0.005, to the finer digit'}      | ${plus(credits('1.00'), credits('0.005'))}        | ${'1.005'}
    ${'0.005 + 0.005, back to hundredths'}     | ${plus(credits('0.005'), credits('0.005'))}       | ${'0.01'}
    ${'1.00 - 2.95'}                           | ${minus(credits('1.00'), credits('2.95'))}        | ${'-1.95'}
    ${'12.345 - 12.345'}                       | ${minus(credits('12.345'), credits('12.345'))}    | ${'0'}
    ${'0.05 x 101'}                            | ${times(credits('0.05'), 101)}                    | ${'5.05'}
    ${'0.125 x 8, back to hundredths'}         | ${times(credits('0.125'), 8)}                     | ${'1.00'}
    ${'0.30 x 0'}                              | ${times(credits('0.30'), 0)}                      | ${'0'}
    ${'the sum of nothing'}                    | ${sum([])}                                        | ${'0'}
    ${'the sum of 1.00, -2.00 and 0.125'}      | ${sum(['1.00', '-2.00', '0.125'].map(credits))}   | ${'-0.875'}
    ${'the sum of a thousand 0.10'}            | ${sum(Array<Credits>(1000).fill(credits('0.1')))} | ${'100.00'}
    ${'1e16 + 0.01, which no double can hold'} | ${plus(credits(1e16), credits('0.01'))}           | ${'10000000000000000.01'}
  `('is exact: $sentence = $expected', ({ actual, expected }) => {
    expect(actual).toEqual(credits(expected));
  });

  it.each<{ left: string; right: string; expected: boolean }>`
    left       | right      | expected
    ${'0.95'}  | ${'1.00'}  | ${true}
    ${'-2.00'} | ${'0'}     | ${true}
    ${'0.999'} | ${'1.00'}  | ${true}
    ${'1.00'}  | ${'1.00'}  | ${false}
    ${'1.005'} | ${'1.00'}  | ${false}
    ${'9.00'}  | ${'10.00'} | ${true}
  `('$left is less than $right: $expected', ({ left, right, expected }) => {
    expect(isLess(credits(left), credits(right))).toBe(expected);
  });
});

describe('timesFraction', () => {
  it.each<{ behaviour: string; amount: string; count: number; of: number; share: string }>`
    behaviour                                    | amount      | count             | of                | share
    ${'is exact if hundredths are enough'}       | ${'40.00'}  | ${17}             | ${400}            | ${'1.70'}
    ${'may be the whole amount'}                 | ${'12.34'}  | ${7}              | ${7}              | ${'12.34'}
    ${'may be nothing'}                          | ${'12.34'}  | ${0}              | ${7}              | ${'0.00'}
    ${'may be more than the whole'}              | ${'40.00'}  | ${401}            | ${400}            | ${'40.10'}
    ${'is rounded down below a half'}            | ${'1.00'}   | ${1}              | ${3}              | ${'0.33'}
    ${'is rounded up above a half'}              | ${'1.00'}   | ${2}              | ${3}              | ${'0.67'}
    ${'is rounded up at a half'}                 | ${'1.00'}   | ${1}              | ${200}            | ${'0.01'}
    ${'is rounded up at an odd half too'}        | ${'1.00'}   | ${3}              | ${200}            | ${'0.02'}
    ${'is rounded down just below a half'}       | ${'1.00'}   | ${4_999_999}      | ${1_000_000_000}  | ${'0.00'}
    ${'is rounded once if the rate is finer'}    | ${'0.1249'} | ${1}              | ${1}              | ${'0.12'}
    ${'is rounded up at a half of a finer rate'} | ${'0.125'}  | ${1}              | ${1}              | ${'0.13'}
    ${'is rounded up at a half no double holds'} | ${'1.005'}  | ${1}              | ${1}              | ${'1.01'}
    ${'is exact beyond what a double holds'}     | ${'1e16'}   | ${99_999_999_999} | ${10_000_000_000} | ${'99999999999000000.00'}
  `('$behaviour: $amount * $count / $of is $share', ({ amount, count, of, share }) => {
    expect(timesFraction(credits(amount), count, of)).toEqual(credits(share));
  });
});

describe('the plain decimal of an amount', () => {
  it.each<{ decimal: string; plain: string }>`
    decimal                     | plain
    ${'79'}                     | ${'79'}
    ${'5.20'}                   | ${'5.2'}
    ${'2.10'}                   | ${'2.1'}
    ${'100'}                    | ${'100'}
    ${'100.05'}                 | ${'100.05'}
    ${'-2.00'}                  | ${'-2'}
    ${'-0.50'}                  | ${'-0.5'}
    ${'-0.00'}                  | ${'0'}
    ${'12.345'}                 | ${'12.345'}
    ${'0.1000'}                 | ${'0.1'}
    ${'0.0000005'}              | ${'0.0000005'}
    ${'5e-324'}                 | ${`0.${'0'.repeat(323)}5`}
    ${'1e300'}                  | ${`1${'0'.repeat(300)}`}
    ${'9007199254740993.00'}    | ${'9007199254740993'}
    ${'0.10000000000000000001'} | ${'0.10000000000000000001'}
  `('is $plain for $decimal', ({ decimal, plain }) => {
    expect(toPlainDecimal(credits(decimal))).toBe(plain);
  });
});
