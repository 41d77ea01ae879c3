import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import { invalidInputOf } from '../validation/invalid-input-of.js';

/** class-transformer drops names that every object has, such as `toString`, before the whitelist can refuse them. */
class RequestValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const inherited =
      metadata.type === 'query' ? Object.keys(Object(value)).filter((name) => name in Object.prototype) : [];
    if (inherited.length > 0) {
      throw new InvalidInputError(inherited.map((field) => ({ field, reason: 'is not known here' })));
    }
    return super.transform(value, metadata);
  }
}

/** Holds every request to its DTO: what is not declared is refused, never dropped in silence. */
export const requestValidation = (): ValidationPipe =>
  new RequestValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    exceptionFactory: invalidInputOf,
  });
