import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Satisfies } from './satisfies.js';
import { isTimeZone } from '../time/time-zone.js';

/** Validates and documents an optional property with the name of an IANA time zone. */
export const TimeZoneName = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'The IANA time zone that defines the days', default: 'UTC' }),
    IsOptional(),
    Satisfies(isTimeZone, 'must be the name of an IANA time zone, such as Europe/London'),
  );
