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
      'What was booked for the message beside its price, the oldest first. Absent if nothing was, and from a receipt by ' +
      'another rate card than the one that charged it',
  })
  adjustments?: readonly AdjustmentDto[];

  @ApiPropertyOptional({
    enum: [true],
    description: 'Of a message of the current period: the ledger cannot be read now, so adjustments may be missing',
  })
  adjustments_unknown?: true;
}

/** The receipts of all messages with one id, if upstream sent it more than once. */
export class ReceiptsDto {
  @ApiProperty({ type: [ReceiptDto] })
  receipts!: readonly ReceiptDto[];
}
