import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { SelectionQueryDto } from '../billing/query/selection-query.dto.js';
import { SORT_KEYS, type SortKey } from '../billing/query/sorting.js';
import { FormatParameter } from '../http/answers/format-parameter.decorator.js';
import { IsListOf } from '../validation/is-list-of.js';
import { IsWholeNumber } from '../validation/is-whole-number.js';
import { USAGE_FORMATS } from './usage-formats.js';

/** Which entries of the bill, in which order, how many at a time. */
export class UsageQueryDto extends SelectionQueryDto {
  @ApiPropertyOptional({
    description:
      "Comma-separated, the first one first; `-` is descending: `-credits_used,timestamp`. Without it, and among equals, the order is upstream's. " +
      'Report names are in the order of English, numbers in them as numbers (`Lease 2` before `Lease 10`), then of code units; ' +
      'entries without one come last, in either direction',
    type: 'string',
  })
  @IsOptional()
  @IsListOf(SORT_KEYS)
  sort?: SortKey[];

  @ApiPropertyOptional({
    description:
      'At most this many entries, and `next_cursor` while there are more (in JSON; files have no place for it)',
    maximum: 1000,
  })
  @IsOptional()
  @IsWholeNumber(1, 1000)
  limit?: number;

  @ApiPropertyOptional({
    description:
      'The `next_cursor` of the page before, with the same filters and order. It belongs to one bill: where that has changed, ' +
      'the answer is 409 `bill-changed`, and the first page is asked for again',
  })
  @IsOptional()
  @IsString({ message: 'must be one cursor' })
  @MaxLength(200, { message: 'is not a cursor of this route' })
  cursor?: string;

  @FormatParameter(USAGE_FORMATS)
  format?: string;
}
