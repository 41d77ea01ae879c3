import type { ValidationError } from 'class-validator';
import { type FieldError, InvalidInputError } from './invalid-input.error.js';

/** Enough to see what is wrong with a request; a hostile one has a hundred thousand. */
const MAX_ERRORS = 20;

/** What class-validator found, with the fields of nested objects by their path. */
export const invalidInputOf = (found: readonly ValidationError[]): InvalidInputError =>
  new InvalidInputError(found.flatMap((error) => fieldErrorsOf(error, '')).slice(0, MAX_ERRORS));

const fieldErrorsOf = (
  { property, constraints = {}, children = [] }: ValidationError,
  parent: string,
): FieldError[] => {
  const field = /^\d+$/.test(property) ? `${parent}[${property}]` : parent === '' ? property : `${parent}.${property}`;
  // Decorators run from the last to the first, so the first rule that was written is the last that was found.
  // What lies inside of something that is wrong itself is not worth a word.
  const rules = Object.entries(constraints);
  const broken = rules.findLast(([rule]) => rule !== 'nestedValidation') ?? rules.at(-1);
  if (broken) return [{ field, reason: broken[0] === 'whitelistValidation' ? 'is not known here' : broken[1] }];
  return children.flatMap((child) => fieldErrorsOf(child, field));
};
