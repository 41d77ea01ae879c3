import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { namesPeriod, PERIOD_NAME_RULE } from '../billing/period-id.js';
import { IsWholeNumber } from '../validation/is-whole-number.js';
import { Satisfies } from '../validation/satisfies.js';

export class PeriodIdDto {
  @ApiProperty({ description: 'The id of a period; `current` for the open one', example: '2026-01-05' })
  @Satisfies(namesPeriod, PERIOD_NAME_RULE)
  id!: string;
}

export class PeriodsQueryDto {
  @ApiPropertyOptional({
    description: 'At most this many periods; if there are more, the answer has `next_cursor`',
    type: 'integer',
    minimum: 1,
    maximum: 1000,
  })
  @IsOptional()
  @IsWholeNumber(1, 1000)
  limit?: number;

  @ApiPropertyOptional({
    description: 'The `next_cursor` of the previous page. It stays valid when a new period begins',
  })
  @IsOptional()
  @IsString({ message: 'must be one cursor' })
  @MaxLength(200, { message: 'is not a cursor of this route' })
  cursor?: string;
}

export class ChangesQueryDto {
  @ApiPropertyOptional({
    description: 'Only what came after this number: the `next` of the previous answer',
    type: 'integer',
    minimum: 0,
    default: 0,
  })
  @IsOptional()
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER)
  after: number = 0;
}
