import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { PeriodParameter } from '../billing/query/period-parameter.decorator.js';
import { FormatParameter } from '../http/answers/format-parameter.decorator.js';
import { IsWholeNumber } from '../validation/is-whole-number.js';
import { RECEIPT_FORMATS } from './receipt-formats.js';

export class MessageIdDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 2002 })
  @IsWholeNumber(0, Number.MAX_SAFE_INTEGER)
  message_id!: number;
}

/** Where a receipt comes from, and by which rate card. */
export class ReceiptTextQueryDto {
  @PeriodParameter()
  period?: string;

  @ApiPropertyOptional({
    description:
      'Adds the parts of the text that each rule charged, `[start, end)` in code points; not to the lines of a past ' +
      'period, which are shown as they were charged',
    enum: ['true', 'false'],
  })
  @IsOptional()
  @IsIn(['true', 'false'], { message: 'must be true or false' })
  spans?: 'true' | 'false';

  @ApiPropertyOptional({
    description:
      'The id or the SHA-256 of a rate card, such as `token-estimate`; by default the one that priced the message',
  })
  @IsOptional()
  @IsString({ message: 'must be the id of a rate card' })
  rate_card?: string;
}

export class ReceiptQueryDto extends ReceiptTextQueryDto {
  @FormatParameter(RECEIPT_FORMATS)
  format?: string;
}
