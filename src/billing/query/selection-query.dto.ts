import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsWholeNumber } from '../../validation/is-whole-number.js';
import { BASES, type Basis } from '../billed-message.js';
import { IntervalQueryDto } from './interval-query.dto.js';
import { PeriodParameter } from './period-parameter.decorator.js';

/** A period, and filters for its messages. All of them must match. */
export class SelectionQueryDto extends IntervalQueryDto {
  @PeriodParameter()
  period?: string;

  @ApiPropertyOptional({
    description: 'Only messages with this id: more than one if upstream repeats it',
    type: 'integer',
  })
  @IsOptional()
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER)
  message_id?: number;

  @ApiPropertyOptional({ description: 'Only messages that were priced on this basis', enum: BASES })
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
