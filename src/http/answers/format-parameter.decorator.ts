import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { OfferedFormats } from './offers.decorator.js';

/** Declares and validates the query parameter `format`: the name of one of `formats`. */
export const FormatParameter = (formats: OfferedFormats): PropertyDecorator => {
  const names = Object.keys(formats);
  return applyDecorators(
    ApiPropertyOptional({
      description: `The format of the answer, instead of \`Accept\`: ${listed(formats)}`,
      enum: names,
    }),
    IsOptional(),
    IsIn(names, { message: `must be one of ${names.join(', ')}` }),
  );
};

const listed = (formats: OfferedFormats): string =>
  Object.entries(formats)
    .map(([name, mediaType]) => `\`${name}\` is \`${mediaType}\``)
    .join(', ');
