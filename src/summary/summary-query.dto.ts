import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { isTimeZone } from '../time/time-zone.js';
import { GRANULARITIES, type Granularity } from '../time/windows.js';
import { IntervalQueryDto } from '../usage/usage-query.dto.js';
import { IsListOf } from '../validation/is-list-of.js';
import { Satisfies } from '../validation/satisfies.js';
import { GROUPINGS, type Grouping } from './groups.js';

export class SummaryQueryDto extends IntervalQueryDto {
  @ApiPropertyOptional({ description: 'How long a window is (ISO 8601)', enum: GRANULARITIES, default: 'P1D' })
  @IsOptional()
  @IsIn(GRANULARITIES, { message: `must be one of ${GRANULARITIES.join(', ')}` })
  granularity: Granularity = 'P1D';

  @ApiPropertyOptional({ description: 'The IANA time zone whose days these are', default: 'UTC' })
  @IsOptional()
  @Satisfies(isTimeZone, 'must be the name of an IANA time zone, such as Europe/London')
  time_zone: string = 'UTC';

  @ApiPropertyOptional({ description: `Comma-separated: ${GROUPINGS.join(', ')}`, type: 'string' })
  @IsOptional()
  @IsListOf(GROUPINGS)
  group_by: Grouping[] = [];
}
