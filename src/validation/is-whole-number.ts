import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/**
 * Converts text of decimal digits to an integer, and leaves anything else for the rules to refuse.
 */
const digitsToInteger = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value,
);

/** Validates an integer from `min` to `max`, and converts text of decimal digits to one. */
export const IsWholeNumber = (min: number, max: number): PropertyDecorator => {
  const message = `must be a whole number from ${min} to ${max}`;
  return applyDecorators(digitsToInteger, IsInt({ message }), Min(min, { message }), Max(max, { message }));
};
