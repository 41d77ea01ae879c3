import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { OfferedFormats } from './offers.decorator.js';

/** Declares and validates the query parameter `format`: the name of one of `formats`. */
export const FormatParameter = (formats: OfferedFormats): PropertyDecorator => {
  const names = Object.keys(formats);
  return applyDecorators(
    ApiPropertyOptional({ description: 'Overrides `Accept`', enum: names }),
    IsOptional(),
    IsIn(names, { message: `must be one of ${names.join(', ')}` }),
  );
};
