import type { ValidationError } from 'class-validator';
import { cut } from './cut.js';
import { type FieldError, InvalidInputError } from './invalid-input.error.js';
import { listValidatedProperties } from './validated-properties.js';
import { explainUnknownName } from './unknown-name.js';

/** Enough to see what is wrong with a request. A hostile one may have a hundred thousand errors. */
const MAX_ERRORS = 50;

/**
 * Converts the errors of class-validator, naming fields of nested objects by their path, up to 50
 * of them.
 */
export const toInvalidInputError = (found: readonly ValidationError[]): InvalidInputError =>
  new InvalidInputError(limitErrors(found.flatMap((error) => toFieldErrors(error, ''))));

/** The first 50 errors, and one that counts the others. */
const limitErrors = (errors: readonly FieldError[]): readonly FieldError[] => {
  const more = errors.length - MAX_ERRORS;
  if (more <= 0) return errors;
  return [
    ...errors.slice(0, MAX_ERRORS),
    { field: 'the request', reason: `has ${more} more error${more === 1 ? '' : 's'}` },
  ];
};

const toFieldErrors = (
  { property, constraints = {}, children = [], target }: ValidationError,
  parent: string,
): FieldError[] => {
  const name = cut(property);
  const field = /^\d+$/.test(name) ? `${parent}[${name}]` : parent === '' ? name : `${parent}.${name}`;
  // Decorators run from the last to the first, so the rule that is written first comes last here.
  // Errors within a value that breaks a rule itself are not reported.
  const rules = Object.entries(constraints);
  const broken = rules.findLast(([rule]) => rule !== 'nestedValidation') ?? rules.at(-1);
  if (broken?.[0] === 'whitelistValidation') {
    return [{ field, reason: explainUnknownName(property, listValidatedProperties(target?.constructor)) }];
  }
  if (broken) return [{ field, reason: broken[1] }];
  return children.flatMap((child) => toFieldErrors(child, field));
};
