import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Satisfies } from './satisfies.js';

/** Validates a comma-separated list of distinct names from `known`, and converts it to an array. */
export const IsListOf = (known: readonly string[]): PropertyDecorator => {
  // A repeated parameter arrives as an array. As a single item it is none of the known names, so it
  // is refused.
  const split = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : [value]));
  const isList = (value: unknown): boolean =>
    Array.isArray(value) && new Set(value).size === value.length && value.every((name) => known.includes(name));
  return applyDecorators(
    split,
    Satisfies(isList, `must be a comma-separated list of ${known.join(', ')}, each at most once`),
  );
};
