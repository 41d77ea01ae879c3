import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Span } from '../../pricing/index.js';
import { RateCardReferenceDto } from '../../rate-cards/rate-card-reference.dto.js';
import { ExactNumber } from '../../validation/exact-number.js';
import { BASES, type Basis } from '../billed-message.js';
import { ReportReferenceDto } from './report-reference.dto.js';

/** A part of a line that has its own rate. */
export class ReceiptPartDto {
  @ApiProperty({ example: 'Words of 1-3 characters' })
  label!: string;

  @ApiProperty({ type: 'integer', example: 3 })
  quantity!: number;

  @ApiProperty({ type: 'number', description: 'Credits for each unit', example: 0.1 })
  rate!: ExactNumber;

  @ApiProperty({ type: 'number', example: 0.3 })
  credits!: ExactNumber;

  @ApiPropertyOptional({
    description: 'With `spans=true`: the parts of the text that are charged here, `[start, end)` in code points',
    type: 'array',
    items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    example: [
      [0, 3],
      [9, 12],
    ],
  })
  spans?: readonly Span[];
}

/** One step of a price. */
export class ReceiptLineDto {
  @ApiProperty({ description: 'The rule of the rate card, or `report_cost`', example: 'character_count' })
  rule!: string;

  @ApiProperty({ example: 'Characters' })
  label!: string;

  @ApiPropertyOptional({ type: 'integer', description: 'How many units the rule counted, if it counts', example: 66 })
  quantity?: number;

  @ApiPropertyOptional({ description: 'What was counted', example: 'character' })
  unit?: string;

  @ApiPropertyOptional({
    type: 'number',
    description: 'Credits for each unit, if the rate is the same for all',
    example: 0.05,
  })
  rate?: ExactNumber;

  @ApiProperty({
    type: 'number',
    description: 'Credits that this line adds; negative if it takes some off',
    example: 3.3,
  })
  credits!: ExactNumber;

  @ApiProperty({ type: 'number', description: 'The sum of the lines so far', example: 4.3 })
  running_total!: ExactNumber;

  @ApiPropertyOptional({
    type: [ReceiptPartDto],
    description: 'For `word_length` and `tiered_characters`: one for each band that has words or characters',
  })
  parts?: ReceiptPartDto[];

  @ApiPropertyOptional({
    description:
      'With `spans=true`, for rules that charge parts of the text: each part charged, `[start, end)` in code points',
    type: 'array',
    items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    example: [[0, 66]],
  })
  spans?: readonly Span[];
}

/** Why a message costs what it costs: lines whose credits sum to the total. */
export class PriceExplanationDto {
  @ApiProperty({
    enum: BASES,
    description: 'What priced the message: its report, its text, or its text because its report does not exist',
  })
  basis!: Basis;

  @ApiPropertyOptional({
    type: ReportReferenceDto,
    description: 'The report that the message names; absent if it names none',
  })
  report?: ReportReferenceDto;

  @ApiProperty({ type: 'number', description: 'Credits, the exact decimal value: the sum of the lines', example: 8.1 })
  credits_used!: ExactNumber;

  @ApiProperty({ type: RateCardReferenceDto })
  rate_card!: RateCardReferenceDto;

  @ApiProperty({ type: [ReceiptLineDto] })
  lines!: ReceiptLineDto[];
}
