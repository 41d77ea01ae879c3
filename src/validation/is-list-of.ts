import { Transform } from 'class-transformer';
import { Satisfies } from './satisfies.js';

/** A comma-separated list of distinct names out of `known`, read as an array. */
export const IsListOf = (known: readonly string[]): PropertyDecorator => {
  // A parameter that is repeated arrives as an array: no list, but an item that no list has.
  const split = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : [value]));
  const isList = (value: unknown): boolean =>
    Array.isArray(value) && new Set(value).size === value.length && value.every((name) => known.includes(name));
  const rule = Satisfies(isList, `must be a comma-separated list of ${known.join(', ')}, each at most once`);
  return (target, property) => {
    split(target, property);
    rule(target, property);
  };
};
