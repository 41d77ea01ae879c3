import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AdjustmentDto } from '../billing/adjustment.dto.js';
import { PriceExplanationDto } from '../billing/explanation/price-explanation.dto.js';

/** Why a message cost what it cost. */
export class ReceiptDto extends PriceExplanationDto {
  @ApiProperty({ type: 'integer', example: 2001 })
  message_id!: number;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T08:19:01.023Z' })
  timestamp!: string;

  @ApiPropertyOptional({ description: 'The text of the message, only if the service is configured to return it' })
  text?: string;

  @ApiPropertyOptional({
    type: [AdjustmentDto],
    description:
      'Of a message of a past `period`, as it was charged: what was booked for it beside its price, the oldest first. ' +
      'Absent if nothing was',
  })
  adjustments?: readonly AdjustmentDto[];
}

/** The receipts of all messages with one id, if upstream sent it more than once. */
export class ReceiptsDto {
  @ApiProperty({ type: [ReceiptDto] })
  receipts!: readonly ReceiptDto[];
}
