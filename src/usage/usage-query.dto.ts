import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { SelectionQueryDto } from '../billing/query/selection-query.dto.js';
import { SORT_KEYS, type SortKey } from '../billing/query/sorting.js';
import { FormatParameter } from '../http/answers/format-parameter.decorator.js';
import { IsListOf } from '../validation/is-list-of.js';
import { IsWholeNumber } from '../validation/is-whole-number.js';
import { USAGE_FORMATS } from './usage-formats.js';

/** Filters, order and page of the bill's entries. */
export class UsagePageQueryDto extends SelectionQueryDto {
  @ApiPropertyOptional({
    description:
      'Comma-separated sort keys, the most significant first; `-` means descending: `-credits_used,timestamp`. Entries ' +
      "that are equal, or all of them without `sort`, keep upstream's order. Report names are sorted in English order, with " +
      'digits as numbers (`Lease 2` before `Lease 10`), then by code units; entries without a name come last in both ' +
      'directions',
    type: 'string',
  })
  @IsOptional()
  @IsListOf(SORT_KEYS)
  sort?: SortKey[];

  @ApiPropertyOptional({
    description:
      'At most this many entries. If there are more, the JSON answer has `next_cursor`; other formats have no cursor',
    type: 'integer',
    minimum: 1,
    maximum: 1000,
  })
  @IsOptional()
  @IsWholeNumber(1, 1000)
  limit?: number;

  @ApiPropertyOptional({
    description:
      'The `next_cursor` of the previous page, with the same filters and order. It belongs to one bill: if the bill has ' +
      'changed, the answer is 409 `bill-changed`, and the client starts again without a cursor',
  })
  @IsOptional()
  @IsString({ message: 'must be one cursor' })
  @MaxLength(200, { message: 'is not a cursor of this route' })
  cursor?: string;
}

export class UsageQueryDto extends UsagePageQueryDto {
  @FormatParameter(USAGE_FORMATS)
  format?: string;
}
