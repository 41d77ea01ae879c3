import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { FormatParameter } from '../http/answers/format-parameter.decorator.js';
import { isDate } from '../time/date-in-zone.js';
import { TimeZoneName } from '../validation/time-zone.decorator.js';
import { isTimestamp } from '../time/timestamp.js';
import { IsListOf } from '../validation/is-list-of.js';
import { IsWholeNumber } from '../validation/is-whole-number.js';
import { Satisfies } from '../validation/satisfies.js';
import { BASES, type Basis } from '../billing/billed-message.js';
import { SORT_KEYS, type SortKey } from '../billing/query/sorting.js';
import { USAGE_FORMATS } from './usage-formats.js';

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

/** Which messages of the period. */
export class SelectionQueryDto extends IntervalQueryDto {
  @ApiPropertyOptional({
    description: 'Only messages with this id: more than one where upstream repeats it',
    type: 'integer',
  })
  @IsOptional()
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER)
  message_id?: number;

  @ApiPropertyOptional({ description: 'Only messages that this priced', enum: BASES })
  @IsOptional()
  @IsIn(BASES, { message: `must be one of ${BASES.join(', ')}` })
  basis?: Basis;

  @ApiPropertyOptional({
    description: 'Only messages that name this report, whether it exists or not',
    type: 'integer',
  })
  @IsOptional()
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER)
  report_id?: number;

  @ApiPropertyOptional({ description: 'Only messages that cost this many credits or more', type: 'number' })
  @IsOptional()
  @Matches(/^\d{1,12}(\.\d{1,6})?$/, { message: 'must be a decimal of 0 or more, such as 2.5' })
  min_credits?: string;
}

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
