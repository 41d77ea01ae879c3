import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { isDate } from '../../time/date-in-zone.js';
import { isTimestamp } from '../../time/timestamp.js';
import { Satisfies } from '../../validation/satisfies.js';
import { TimeZoneName } from '../../validation/time-zone.decorator.js';

const INSTANT_RULE =
  'must be a date, such as 2026-03-02, or an RFC 3339 timestamp with an offset (in a URL, + is written %2B)';

const isInstant = (value: unknown): boolean => isDate(value) || isTimestamp(value);

/** A half-open interval of time: `from` belongs to it, `to` does not. */
export class IntervalQueryDto {
  @ApiPropertyOptional({
    description:
      'Only messages at this instant or later: RFC 3339 with an offset (in a URL, `+` is written `%2B`), or a date, which ' +
      'stands for its first instant in `time_zone`, or for the next date if the clock skips the whole date',
    type: 'string',
    example: '2026-03-02',
  })
  @IsOptional()
  @Satisfies(isInstant, INSTANT_RULE)
  from?: string;

  @ApiPropertyOptional({
    description:
      'Only messages before this instant: RFC 3339 with an offset, or a date, which stands for its first instant in ' +
      '`time_zone`',
    type: 'string',
    example: '2026-03-09',
  })
  @IsOptional()
  @Satisfies(isInstant, INSTANT_RULE)
  to?: string;

  @TimeZoneName()
  time_zone?: string;
}
