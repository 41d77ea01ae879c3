import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** What one message cost. Frozen: other teams parse this strictly. */
export class UsageEntryDto {
  @ApiProperty({ description: "The message's id, as upstream sent it", type: 'integer', example: 2000 })
  message_id!: number;

  @ApiProperty({
    description: 'RFC 3339, exactly as upstream sent it',
    format: 'date-time',
    example: '2026-03-02T08:14:09.412Z',
  })
  timestamp!: string;

  @ApiPropertyOptional({
    description: 'The report that priced the message; absent if its text did',
    example: 'Lease Abstract',
  })
  report_name?: string;

  @ApiProperty({ description: 'Credits, the exact decimal value', type: 'number', minimum: 0, example: 45 })
  credits_used!: number;
}

/** The bill of the current billing period, in upstream's order unless another one was asked for. */
export class UsageDto {
  @ApiProperty({ type: [UsageEntryDto] })
  usage!: UsageEntryDto[];

  @ApiPropertyOptional({
    description: 'The `cursor` of the next page; only with `limit`, and only if there are more entries',
  })
  next_cursor?: string;
}
