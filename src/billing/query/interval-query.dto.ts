import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { isDate } from '../../time/date-in-zone.js';
import { isTimestamp } from '../../time/timestamp.js';
import { Satisfies } from '../../validation/satisfies.js';
import { TimeZoneName } from '../../validation/time-zone.decorator.js';

const A_MOMENT =
  'must be a date, such as 2026-03-02, or an RFC 3339 timestamp with an offset (in a URL, + is written %2B)';

const isMoment = (value: unknown): boolean => isDate(value) || isTimestamp(value);

/** A stretch of time, half-open. */
export class IntervalQueryDto {
  @ApiPropertyOptional({
    description:
      'Messages at this instant or later: RFC 3339 with an offset (in a URL, `+` is written `%2B`), or a date, which is its first ' +
      'instant in `time_zone`; where the clock skips the whole date, the next one',
    type: 'string',
    example: '2026-03-02',
  })
  @IsOptional()
  @Satisfies(isMoment, A_MOMENT)
  from?: string;

  @ApiPropertyOptional({
    description:
      'Messages before this instant: RFC 3339 with an offset, or a date, which is its first instant in `time_zone`',
    type: 'string',
    example: '2026-03-09',
  })
  @IsOptional()
  @Satisfies(isMoment, A_MOMENT)
  to?: string;

  @TimeZoneName()
  time_zone?: string;
}
