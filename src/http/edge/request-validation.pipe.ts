import { type ArgumentMetadata, type Type, ValidationPipe } from '@nestjs/common';
import type { ValidationError, ValidatorOptions } from 'class-validator';
import { InvalidInputError } from '../../validation/invalid-input.error.js';
import { invalidInputOf } from '../../validation/invalid-input-of.js';
import { knownNames } from '../../validation/known-names.js';
import { checkLists } from '../../validation/list-of.js';
import { unknownName } from '../../validation/unknown-name.js';

class RequestValidationPipe extends ValidationPipe {
  /** Types of queries that are valid without a parameter: what most requests have is not checked each time. */
  private readonly validWhenEmpty = new Set<Type>();

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type !== 'query' || !metatype) return super.transform(value, metadata);
    const names = Object.keys(Object(value));
    if (names.length === 0 && this.validWhenEmpty.has(metatype)) return new metatype();
    refuseInherited(names, knownNames(metatype));
    const query: unknown = await super.transform(value, metadata);
    if (names.length === 0) this.validWhenEmpty.add(metatype);
    return query;
  }

  /** Checks the elements of lists too: see `ListOf`. */
  protected override async validate(object: object, options?: ValidatorOptions): Promise<ValidationError[]> {
    const errors = await super.validate(object, options);
    const inLists = await checkLists(object, errors, (element) => super.validate(element, options));
    return [...errors, ...inLists];
  }
}

/** class-transformer drops names that every object has, such as `toString`, before the whitelist can refuse them. */
const refuseInherited = (names: readonly string[], known: readonly string[]): void => {
  const inherited = names.filter((name) => name in Object.prototype);
  if (inherited.length === 0) return;
  throw new InvalidInputError(inherited.map((field) => ({ field, reason: unknownName(field, known) })));
};

/** Holds every request to its DTO: what is not declared is refused, never dropped in silence. */
export const requestValidation = (): ValidationPipe =>
  new RequestValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    // Knows the names that an unknown one may have been meant for.
    validationError: { target: true },
    exceptionFactory: invalidInputOf,
  });
