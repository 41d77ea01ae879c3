import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Satisfies } from './satisfies.js';
import { isTimeZone } from '../time/time-zone.js';

/** A property that names the zone whose days are meant. */
export const TimeZoneName = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'The IANA time zone whose days these are', default: 'UTC' }),
    IsOptional(),
    Satisfies(isTimeZone, 'must be the name of an IANA time zone, such as Europe/London'),
  );
