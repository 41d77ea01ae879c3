import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IsWholeNumber } from '../validation/is-whole-number.js';

/** What became of a reading; only the held ones can be listed. */
const OUTCOMES = ['held'] as const;

export class ReadingsQueryDto {
  @ApiProperty({ enum: OUTCOMES, description: '`held`: fits no rule, and waits for a later one or for a decision' })
  @IsIn(OUTCOMES, { message: `must be ${OUTCOMES.join(' or ')}` })
  outcome!: (typeof OUTCOMES)[number];
}

export class ReadingNumberDto {
  @ApiProperty({ type: 'integer', minimum: 1, example: 388 })
  @IsWholeNumber(1, Number.MAX_SAFE_INTEGER)
  number!: number;
}
