import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { toInvalidInputError } from './to-invalid-input-error.js';
import { IsListOf } from './is-list-of.js';

class Query {
  @IsListOf(['report', 'basis'])
  group_by: unknown;
}

const read = (group_by: unknown) => plainToInstance(Query, { group_by });

describe('IsListOf', () => {
  it.each([
    ['report', ['report']],
    ['basis,report', ['basis', 'report']],
  ])('converts "%s" to an array in its order', (given, expected) => {
    const query = read(given);
    expect(query.group_by).toEqual(expected);
    expect(validateSync(query)).toEqual([]);
  });

  it.each(['', ',', 'report,', ',report', 'report,report', 'report, basis', 'Report', 'toString', 5, null, {}])(
    'refuses %j',
    (given) => {
      expect(toInvalidInputError(validateSync(read(given))).errors).toEqual([
        { field: 'group_by', reason: 'must be a comma-separated list of report, basis, each at most once' },
      ]);
    },
  );
});
