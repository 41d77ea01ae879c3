import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { namesPeriod, PERIOD_NAME_RULE } from '../billing/period-id.js';
import { isTimestamp } from '../time/timestamp.js';
import { ExactNumber } from '../validation/exact-number.js';
import { Satisfies } from '../validation/satisfies.js';
import { isReason, REASON_MAX, REASON_MIN, REASON_RULE, trimmed } from './reason.js';

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** Whether a value is an amount: a JSON number that is finite, of any precision, and not 0. */
const isAmount = (value: unknown): boolean => value instanceof ExactNumber || (Number.isFinite(value) && value !== 0);

/** The message that an adjustment is for. */
export class NamedMessageDto {
  @ApiProperty({ description: 'The id of its period; `current` for the open one', example: '2024-04-29' })
  @Satisfies(namesPeriod, PERIOD_NAME_RULE)
  period!: string;

  @ApiProperty({ type: 'integer', minimum: 0, example: 1003 })
  @Satisfies(isWhole, 'must be a whole number of 0 or more')
  id!: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    description: 'Which of the messages of the period with this id, from 0; only needed if there are several',
  })
  @IsOptional()
  @Satisfies(isWhole, 'must be a whole number of 0 or more')
  nth?: number;

  @ApiPropertyOptional({ format: 'date-time', description: 'Of the message; says as well as `nth` which one is meant' })
  @IsOptional()
  @Satisfies(isTimestamp, 'must be an RFC 3339 timestamp')
  timestamp?: string;
}

/** An amount to book in the open period. */
export class NewAdjustmentDto {
  @ApiPropertyOptional({
    type: NamedMessageDto,
    description:
      'The message that it is for. A negative amount is then a waiver of at most what is left of the message',
  })
  @IsOptional()
  @IsObject({ message: 'must be an object' })
  @ValidateNested()
  @Type(() => NamedMessageDto)
  message?: NamedMessageDto;

  @ApiPropertyOptional({
    description: 'The period that it is for, without a `message`; `current` for the open one',
    example: '2024-04-29',
  })
  @IsOptional()
  @Satisfies(namesPeriod, PERIOD_NAME_RULE)
  period?: string;

  @ApiPropertyOptional({
    type: 'number',
    description: 'Credits, kept to the last digit; negative to take some off. Only `reverses` can do without it',
    example: -2.5,
  })
  @IsOptional()
  @Satisfies(isAmount, 'must be a number other than 0')
  credits?: number | ExactNumber;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    description: 'Number of the adjustment to take back, which books the opposite of its amount',
  })
  @IsOptional()
  @Satisfies((value) => isWhole(value) && value !== 0, 'must be the number of an adjustment')
  reverses?: number;

  @ApiProperty({ minLength: REASON_MIN, maxLength: REASON_MAX, example: 'asked twice by our fault' })
  @Transform(({ value }: { value: unknown }) => trimmed(value))
  @Satisfies(isReason, REASON_RULE)
  reason!: string;
}
