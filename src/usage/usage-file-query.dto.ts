import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsListOf } from '../validation/is-list-of.js';
import { ADDED_COLUMNS, type AddedColumn } from './added-columns.js';
import { UsagePageQueryDto } from './usage-query.dto.js';

/** The entries of a file, and its columns. */
export class UsageFileQueryDto extends UsagePageQueryDto {
  @ApiPropertyOptional({
    description:
      `Comma-separated columns to add to the four of the bill, in this order, of ${ADDED_COLUMNS.join(', ')}. \`date\` is ` +
      'that of the timestamp in `time_zone`, `report_id` is empty for a message that names no report, `period` is the id ' +
      'of the period or `current`',
    type: 'string',
    example: 'date,basis',
  })
  @IsOptional()
  @IsListOf(ADDED_COLUMNS)
  columns?: AddedColumn[];
}
