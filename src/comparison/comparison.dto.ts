import { ApiProperty } from '@nestjs/swagger';
import { RateCardReferenceDto } from '../rate-cards/rate-card-reference.dto.js';
import { ExactNumber } from '../validation/exact-number.js';
import { WINDOWS, type Windows } from '../billing/query/by-window.js';

/** The same by both cards, in credits. */
export class ComparedCreditsDto {
  @ApiProperty({ type: 'number', description: 'Credits by the card that bills', example: 3047.15 })
  baseline!: ExactNumber;

  @ApiProperty({ type: 'number', description: 'Credits by the other card', example: 3000 })
  candidate!: ExactNumber;

  @ApiProperty({ type: 'number', description: 'Candidate less baseline', example: -47.15 })
  difference!: ExactNumber;
}

export class ComparedMessagesDto {
  @ApiProperty({ type: 'integer', description: 'How many cost more by the candidate' })
  dearer!: number;

  @ApiProperty({ type: 'integer' })
  cheaper!: number;

  @ApiProperty({ type: 'integer' })
  unchanged!: number;
}

export class ComparedDayDto extends ComparedCreditsDto {
  @ApiProperty({
    description: 'A day in the time zone asked for; one beyond the years 0 to 9999 has the nearest date in them',
    example: '2026-03-02',
  })
  date!: string;
}

export class ComparedMessageDto extends ComparedCreditsDto {
  @ApiProperty({ type: 'integer', example: 2026 })
  message_id!: number;
}

/** What another price list would have charged for the same messages. */
export class ComparisonDto {
  @ApiProperty({ type: RateCardReferenceDto })
  baseline!: RateCardReferenceDto;

  @ApiProperty({ type: RateCardReferenceDto })
  candidate!: RateCardReferenceDto;

  @ApiProperty({ type: ComparedCreditsDto })
  totals!: ComparedCreditsDto;

  @ApiProperty({ type: ComparedMessagesDto })
  messages!: ComparedMessagesDto;

  @ApiProperty({
    enum: WINDOWS,
    description:
      '`all`: `by_day` has every day from the first to the last with a message. `occupied`: those would be more than ' +
      '10,000, and it has the days with a message',
  })
  windows!: Windows;

  @ApiProperty({
    type: [ComparedDayDto],
    description: 'Every day from the first to the last with a message; of more than 10,000, those with one',
  })
  by_day!: ComparedDayDto[];

  @ApiProperty({ type: [ComparedMessageDto], description: 'The messages whose price changes most, at most 20' })
  top_changes!: ComparedMessageDto[];
}
