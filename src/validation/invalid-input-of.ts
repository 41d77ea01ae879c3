import { BadRequestException, type ValidationError } from '@nestjs/common';
import type { InvalidFieldDto } from './problem.dto.js';

/** A request that breaks the route's own rules: names each field and the reason. */
export class InvalidRequestException extends BadRequestException {
  constructor(readonly errors: readonly InvalidFieldDto[]) {
    super(errors.map(({ field, reason }) => `${field} ${reason}`).join('; '));
  }

  /** From what class-validator found, fields of nested objects by their path: `messages[2].text`. */
  static of(found: readonly ValidationError[]): InvalidRequestException {
    return new InvalidRequestException(found.flatMap((error) => fieldsOf(error, '')));
  }
}

const fieldsOf = ({ property, constraints, children }: ValidationError, parent: string): InvalidFieldDto[] => {
  const field = /^\d+$/.test(property) ? `${parent}[${property}]` : parent === '' ? property : `${parent}.${property}`;
  const own = Object.entries(constraints ?? {}).map(([rule, reason]) => ({
    field,
    reason: rule === 'whitelistValidation' ? 'is not known here' : reason,
  }));
  return [...own.slice(0, 1), ...(children ?? []).flatMap((child) => fieldsOf(child, field))];
};
