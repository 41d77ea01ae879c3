import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { Satisfies } from '../validation/satisfies.js';

/**
 * Turns the text of a variable into the typed value of its field with `parse`. A text for which
 * `parse` returns undefined is an error that says `reason`, as is a required variable that is
 * missing. Defaults are values, and are not parsed.
 */
export const ParsedBy = (parse: (text: string) => unknown, reason: string): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: string }) => parse(value)),
    Satisfies((value) => value !== undefined, reason),
  );
