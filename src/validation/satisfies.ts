import { ValidateBy } from 'class-validator';

/** Validates a property with `accepts`; `reason` is the error message if it returns false. */
export const Satisfies = (accepts: (value: unknown) => boolean, reason: string): PropertyDecorator =>
  ValidateBy({ name: 'satisfies', validator: { validate: accepts, defaultMessage: () => reason } });
