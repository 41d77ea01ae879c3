import { ApiProperty } from '@nestjs/swagger';
import { RateCardReferenceDto } from '../rate-cards/rate-card-reference.dto.js';
import { ReportReferenceDto } from '../billing/explanation/report-reference.dto.js';
import { ExactNumber } from '../validation/exact-number.js';
import { WINDOWS, type Windows } from '../billing/query/by-window.js';

/** What the same messages cost by both rate cards, in credits. */
export class ComparedCreditsDto {
  @ApiProperty({ type: 'number', description: 'Credits by the rate cards that billed the period', example: 3047.15 })
  baseline!: ExactNumber;

  @ApiProperty({ type: 'number', description: 'Credits by the other rate card, for the whole period', example: 3000 })
  candidate!: ExactNumber;

  @ApiProperty({ type: 'number', description: '`candidate` minus `baseline`', example: -47.15 })
  difference!: ExactNumber;
}

export class ComparedTotalsDto extends ComparedCreditsDto {
  @ApiProperty({ type: 'number', description: 'What the dearer messages cost more, together', example: 53.2 })
  increases!: ExactNumber;

  @ApiProperty({
    type: 'number',
    description: 'What the cheaper messages cost less, together: 0 or below. With `increases` the `difference`',
    example: -183.05,
  })
  decreases!: ExactNumber;
}

export class ComparedMessagesDto {
  @ApiProperty({ type: 'integer', description: 'How many messages cost more by the candidate' })
  dearer!: number;

  @ApiProperty({ type: 'integer' })
  cheaper!: number;

  @ApiProperty({ type: 'integer' })
  unchanged!: number;
}

export class ComparedDayDto extends ComparedCreditsDto {
  @ApiProperty({
    description: 'A day in the time zone asked for; a day outside the years 0 to 9999 has the nearest date within them',
    example: '2026-03-02',
  })
  date!: string;
}

export class ComparedReportDto extends ComparedCreditsDto {
  @ApiProperty({
    type: ReportReferenceDto,
    nullable: true,
    description: 'The report that the messages name, which does not exist; null if they name none',
  })
  report!: ReportReferenceDto | null;

  @ApiProperty({ type: 'integer', description: 'How many messages name it' })
  messages!: number;
}

export class ComparedMessageDto extends ComparedCreditsDto {
  @ApiProperty({ type: 'integer', example: 2026 })
  message_id!: number;
}

/** What another rate card would have charged for the same messages. */
export class ComparisonDto {
  @ApiProperty({
    type: RateCardReferenceDto,
    description: 'The newest rate card that billed a message of the period; the one in force now if it has none',
  })
  baseline!: RateCardReferenceDto;

  @ApiProperty({
    type: [RateCardReferenceDto],
    description: 'Every rate card that billed a message of the period, the newest last',
  })
  billed_by!: readonly RateCardReferenceDto[];

  @ApiProperty({ type: RateCardReferenceDto })
  candidate!: RateCardReferenceDto;

  @ApiProperty({ type: ComparedTotalsDto })
  totals!: ComparedTotalsDto;

  @ApiProperty({ type: ComparedMessagesDto })
  messages!: ComparedMessagesDto;

  @ApiProperty({
    enum: WINDOWS,
    description:
      '`all`: `by_day` has every day from the first to the last with a message. `occupied`: that would be more than ' +
      '10,000 days, so it has only those with a message',
  })
  windows!: Windows;

  @ApiProperty({
    type: [ComparedDayDto],
    description: 'The days that `windows` names, in order',
  })
  by_day!: ComparedDayDto[];

  @ApiProperty({
    type: [ComparedReportDto],
    description:
      'What changes by the report that messages name, largest change first, at most 20. Reports that exist cost the same ' +
      'by every card and are not listed',
  })
  by_report!: ComparedReportDto[];

  @ApiProperty({
    type: [ComparedMessageDto],
    description:
      'The messages whose price changes most, largest change first: at most 10 that cost more and 10 that cost less',
  })
  top_changes!: ComparedMessageDto[];
}
