import { ValidateBy } from 'class-validator';

/** A value that `accepts` says yes to; `reason` is what is said where it says no. */
export const Satisfies = (accepts: (value: unknown) => boolean, reason: string): PropertyDecorator =>
  ValidateBy({ name: 'satisfies', validator: { validate: accepts, defaultMessage: () => reason } });
