import type { ValidationError } from 'class-validator';
import { cut } from './cut.js';
import { type FieldError, InvalidInputError } from './invalid-input.error.js';
import { knownNames } from './known-names.js';
import { unknownName } from './unknown-name.js';

/** Enough to see what is wrong with a request; a hostile one has a hundred thousand. */
const MAX_ERRORS = 50;

/** What class-validator found, with the fields of nested objects by their path. */
export const invalidInputOf = (found: readonly ValidationError[]): InvalidInputError =>
  new InvalidInputError(atMost(found.flatMap((error) => fieldErrorsOf(error, ''))));

/** The first of them, and how many there are beside those. */
const atMost = (errors: readonly FieldError[]): readonly FieldError[] => {
  const more = errors.length - MAX_ERRORS;
  if (more <= 0) return errors;
  return [
    ...errors.slice(0, MAX_ERRORS),
    { field: 'the request', reason: `has ${more} more error${more === 1 ? '' : 's'}` },
  ];
};

const fieldErrorsOf = (
  { property, constraints = {}, children = [], target }: ValidationError,
  parent: string,
): FieldError[] => {
  const name = cut(property);
  const field = /^\d+$/.test(name) ? `${parent}[${name}]` : parent === '' ? name : `${parent}.${name}`;
  // Decorators run from the last to the first, so the first rule that was written is the last that was found.
  // What lies inside of something that is wrong itself is not worth a word.
  const rules = Object.entries(constraints);
  const broken = rules.findLast(([rule]) => rule !== 'nestedValidation') ?? rules.at(-1);
  if (broken?.[0] === 'whitelistValidation') {
    return [{ field, reason: unknownName(property, knownNames(target?.constructor)) }];
  }
  if (broken) return [{ field, reason: broken[1] }];
  return children.flatMap((child) => fieldErrorsOf(child, field));
};
