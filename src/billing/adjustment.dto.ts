import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ExactNumber } from '../validation/exact-number.js';
import { toAmount } from './amount.js';
import { type Adjustment, ADJUSTMENT_KINDS } from './adjustment.js';

/** The message that an adjustment is for, and the period that bills it. */
export class AdjustedMessageDto {
  @ApiProperty({ example: '2024-04-29' })
  period!: string;

  @ApiProperty({ type: 'integer', example: 1003 })
  id!: number;

  @ApiProperty({ type: 'integer', description: 'Which of the messages of the period with this id, from 0', example: 0 })
  nth!: number;
}

/** An amount booked in the period that was open, beside what messages cost. */
export class AdjustmentDto {
  @ApiProperty({ type: 'integer', description: 'From 1, without gaps', example: 1 })
  number!: number;

  @ApiProperty({
    enum: ADJUSTMENT_KINDS,
    description:
      '`correction`: upstream changed the price of a message of a closed period. `waiver`: a person took off some of ' +
      'what a message cost. `manual`: anything else that a person booked',
  })
  kind!: Adjustment['kind'];

  @ApiProperty({ description: 'The period whose `adjustments` it counts in', example: '2024-05-05' })
  booked_in!: string;

  @ApiPropertyOptional({ type: AdjustedMessageDto, description: 'Absent if it is for no single message' })
  message?: AdjustedMessageDto;

  @ApiPropertyOptional({ description: 'The period that it is for as a whole', example: '2024-04-29' })
  period?: string;

  @ApiPropertyOptional({
    type: 'number',
    description: 'With `message`: what that came to before, its price and earlier adjustments',
    example: 79,
  })
  was?: ExactNumber;

  @ApiPropertyOptional({ type: 'number', description: 'With `message`: what it comes to now', example: 75.8 })
  now?: ExactNumber;

  @ApiProperty({ type: 'number', description: 'Credits; negative if it takes some off', example: -3.2 })
  credits!: ExactNumber;

  @ApiProperty({ example: 'The report 5392 costs 75.8 instead of 79' })
  reason!: string;

  @ApiProperty({ description: 'Name of the key that asked for it, or `ledger`', example: 'ledger' })
  author!: string;

  @ApiProperty({ format: 'date-time' })
  made_at!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'Number of the adjustment that it takes back', example: 1 })
  reverses?: number;
}

export const toAdjustmentDto = (adjustment: Adjustment): AdjustmentDto => {
  const { number, kind, bookedIn, message, period, was, now, credits, reason, author, madeAt, reverses } = adjustment;
  return {
    number,
    kind,
    booked_in: bookedIn,
    ...(message && { message }),
    ...(period !== undefined && { period }),
    ...(was && { was: toAmount(was) }),
    ...(now && { now: toAmount(now) }),
    credits: toAmount(credits),
    reason,
    author,
    made_at: madeAt,
    ...(reverses !== undefined && { reverses }),
  };
};
