import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PERIOD_STATUSES, type PeriodStatus } from '../billing/ledger-period.js';
import { ExactNumber } from '../validation/exact-number.js';

/** A billing period that the service has seen. */
export class PeriodDto {
  @ApiProperty({ description: 'The UTC date of its earliest message; never changes', example: '2024-04-29' })
  id!: string;

  @ApiProperty({
    enum: PERIOD_STATUSES,
    description: '`grace`: ended, and still revised. `closed`: the same for ever',
  })
  status!: PeriodStatus;

  @ApiPropertyOptional({
    type: 'string',
    description: 'RFC 3339, as upstream wrote it; absent if the period has no message',
  })
  first_message_at?: string | undefined;

  @ApiPropertyOptional({ type: 'string' })
  last_message_at?: string | undefined;

  @ApiProperty({ type: 'integer', example: 110 })
  messages!: number;

  @ApiProperty({ type: 'integer', description: 'Messages that upstream no longer sends. They are still billed' })
  missing!: number;

  @ApiProperty({ type: 'number', description: 'Credits of its messages, the exact decimal value', example: 2264.4 })
  credits_used!: ExactNumber;

  @ApiProperty({ type: 'number', description: 'The sum of the adjustments that are booked in it', example: -3.2 })
  adjustments!: ExactNumber;

  @ApiPropertyOptional({
    type: 'string',
    description: 'SHA-256 of `manifest` in RFC 8785 form, once the period is closed',
  })
  digest?: string | undefined;

  @ApiPropertyOptional({ type: 'string', format: 'date-time' })
  closed_at?: string | undefined;
}

/** The periods that the service has seen, the newest first. */
export class PeriodsDto {
  @ApiProperty({ type: [PeriodDto] })
  periods!: PeriodDto[];

  @ApiPropertyOptional({
    type: 'string',
    description: 'The `cursor` of the next page; only with `limit`, and only if there are more',
  })
  next_cursor?: string | undefined;
}
