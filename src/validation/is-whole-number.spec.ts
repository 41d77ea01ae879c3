import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { toInvalidInputError } from './to-invalid-input-error.js';
import { IsWholeNumber } from './is-whole-number.js';

class Query {
  @IsWholeNumber(1, 1000)
  limit: unknown;
}

/** Too small, too large, too long, and values that laxer parsers would accept. */
const NOT_ONE: readonly unknown[] = [
  '0',
  '1001',
  '00000000000000010',
  '',
  ' ',
  ' 1',
  '1 ',
  '+1',
  '-1',
  '1.0',
  '1e2',
  '0x1',
  '1,0',
  'one',
  '\u0661',
  'NaN',
  0,
  1001,
  1.5,
  Number.NaN,
  Infinity,
  null,
  undefined,
  true,
  ['1'],
  {},
];

const read = (limit: unknown) => plainToInstance(Query, { limit });

describe('IsWholeNumber', () => {
  it.each([
    ['1', 1],
    ['1000', 1000],
    ['0000000000000010', 10],
    [7, 7],
  ])('converts digits: %j', (given, expected) => {
    const query = read(given);
    expect(query.limit).toBe(expected);
    expect(validateSync(query)).toEqual([]);
  });

  it.each(NOT_ONE)('refuses %j', (given) => {
    expect(toInvalidInputError(validateSync(read(given))).errors).toEqual([
      { field: 'limit', reason: 'must be a whole number from 1 to 1000' },
    ]);
  });
});
