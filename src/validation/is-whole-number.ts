import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

/** Whole decimal digits, as text arrives, become the integer; anything else stays as it is, for the rule to refuse. */
const digitsToInteger = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value,
);

/** An integer from `least` to `most`; digits are read as one. */
export const IsWholeNumber = (least: number, most: number): PropertyDecorator => {
  const message = `must be a whole number from ${least} to ${most}`;
  return (target, property) => {
    for (const rule of [digitsToInteger, IsInt({ message }), Min(least, { message }), Max(most, { message })]) {
      rule(target, property);
    }
  };
};
