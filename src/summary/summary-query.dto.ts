import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { FormatParameter } from '../http/answers/format-parameter.decorator.js';
import { GRANULARITIES, type Granularity } from '../time/windows.js';
import { SelectionQueryDto } from '../billing/query/selection-query.dto.js';
import { IsListOf } from '../validation/is-list-of.js';
import { GROUPINGS, type Grouping } from './groups.js';
import { SUMMARY_FORMATS } from './summary-formats.js';

/** What a summary adds up, and by what. */
export class TotalsQueryDto extends SelectionQueryDto {
  @ApiPropertyOptional({ description: 'Length of a window (ISO 8601 duration)', enum: GRANULARITIES, default: 'P1D' })
  @IsOptional()
  @IsIn(GRANULARITIES, { message: `must be one of ${GRANULARITIES.join(', ')}` })
  granularity: Granularity = 'P1D';

  override time_zone: string = 'UTC';

  @ApiPropertyOptional({ description: `Comma-separated list of ${GROUPINGS.join(', ')}`, type: 'string' })
  @IsOptional()
  @IsListOf(GROUPINGS)
  group_by: Grouping[] = [];
}

export class SummaryQueryDto extends TotalsQueryDto {
  @FormatParameter(SUMMARY_FORMATS)
  format?: string;
}
