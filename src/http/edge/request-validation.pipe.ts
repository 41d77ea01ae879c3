import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { validate, type ValidationError, type ValidatorOptions } from 'class-validator';
import { InvalidInputError } from '../../validation/invalid-input.error.js';
import { toInvalidInputError } from '../../validation/to-invalid-input-error.js';
import { listValidatedProperties } from '../../validation/validated-properties.js';
import { checkLists } from '../../validation/list-of.js';
import { explainUnknownName } from '../../validation/unknown-name.js';

/**
 * Validates every parameter object against its DTO and refuses what the DTO does not declare.
 * Throws an InvalidInputError (400) that names each invalid field.
 */
export class RequestValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      // The error needs the DTO's known names, to suggest one for an unknown name.
      validationError: { target: true },
      exceptionFactory: toInvalidInputError,
      // Nest would import the whole package, half a megabyte of phone numbers included.
      validatorPackage: { validate },
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { type, metatype } = metadata;
    if (type === 'query' && metatype) refuseInherited(Object.keys(Object(value)), listValidatedProperties(metatype));
    return super.transform(value, metadata);
  }

  /** Validates the elements of lists too: see `ListOf`. */
  protected override async validate(object: object, options?: ValidatorOptions): Promise<ValidationError[]> {
    const errors = await super.validate(object, options);
    const inLists = await checkLists(object, errors, (element) => super.validate(element, options));
    return [...errors, ...inLists];
  }
}

/**
 * Refuses names that every object inherits, such as `toString`: class-transformer drops them before
 * the whitelist sees them.
 */
const refuseInherited = (names: readonly string[], known: readonly string[]): void => {
  const inherited = names.filter((name) => name in Object.prototype);
  if (inherited.length === 0) return;
  throw new InvalidInputError(inherited.map((field) => ({ field, reason: explainUnknownName(field, known) })));
};
