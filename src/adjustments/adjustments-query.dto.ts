import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { namesPeriod, PERIOD_NAME_RULE } from '../billing/period-id.js';
import { IsWholeNumber } from '../validation/is-whole-number.js';
import { Satisfies } from '../validation/satisfies.js';

export class AdjustmentsQueryDto {
  @ApiPropertyOptional({
    description: 'Only adjustments that are booked in this period; `current` for the open one. By default all',
    type: 'string',
    example: 'current',
  })
  @IsOptional()
  @Satisfies(namesPeriod, PERIOD_NAME_RULE)
  period?: string;
}

export class AdjustmentNumberDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 1 })
  @IsWholeNumber(1, Number.MAX_SAFE_INTEGER)
  number!: number;
}
