import { ApiProperty } from '@nestjs/swagger';
import type { Adjustment } from '../billing/past-periods.js';
import { toAmount } from '../billing/amount.js';
import { ExactNumber } from '../validation/exact-number.js';

/** The message that an adjustment corrects, and the closed period that billed it. */
export class AdjustedMessageDto {
  @ApiProperty({ example: '2024-04-29' })
  period!: string;

  @ApiProperty({ type: 'integer', example: 1003 })
  message_id!: number;

  @ApiProperty({ type: 'integer', description: 'Which of the messages with this id, from 0', example: 0 })
  nth!: number;
}

/** An amount booked in one period for a message of another, which is closed. */
export class AdjustmentDto {
  @ApiProperty({ type: 'integer', example: 1 })
  number!: number;

  @ApiProperty({ enum: ['correction'], description: '`correction`: upstream changed the price of the message' })
  kind!: Adjustment['kind'];

  @ApiProperty({ description: 'The period whose `adjustments` it counts in', example: '2024-05-05' })
  booked_in!: string;

  @ApiProperty({ type: AdjustedMessageDto })
  refers!: AdjustedMessageDto;

  @ApiProperty({ type: 'number', description: 'Credits of the message until now', example: 79 })
  was!: ExactNumber;

  @ApiProperty({ type: 'number', example: 75.8 })
  now!: ExactNumber;

  @ApiProperty({ type: 'number', description: '`now` minus `was`', example: -3.2 })
  difference!: ExactNumber;

  @ApiProperty({ example: 'The report 5392 costs 75.8 instead of 79' })
  reason!: string;

  @ApiProperty({ description: 'Name of the key that asked for it, or `ledger`', example: 'ledger' })
  author!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;
}

/** Adjustments, the oldest first. */
export class AdjustmentsDto {
  @ApiProperty({ type: [AdjustmentDto] })
  adjustments!: AdjustmentDto[];
}

export const toAdjustmentDto = (adjustment: Adjustment): AdjustmentDto => {
  const { number, kind, bookedIn, refers, was, now, difference, reason, author, at } = adjustment;
  return {
    number,
    kind,
    booked_in: bookedIn,
    refers: { period: refers.period, message_id: refers.messageId, nth: refers.nth },
    was: toAmount(was),
    now: toAmount(now),
    difference: toAmount(difference),
    reason,
    author,
    at,
  };
};
