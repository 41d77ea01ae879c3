import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ReportReferenceDto } from '../billing/explanation/report-reference.dto.js';
import { GRANULARITIES, type Granularity } from '../time/windows.js';
import { BASES, type Basis } from '../billing/billed-message.js';
import { ExactNumber } from '../validation/exact-number.js';
import { WINDOWS, type Windows } from '../billing/query/by-window.js';

export class SummaryTotalsDto {
  @ApiProperty({ type: 'number', description: 'Credits, the exact decimal value', example: 3047.15 })
  credits_used!: ExactNumber;

  @ApiProperty({ type: 'integer', example: 152 })
  messages!: number;
}

/** What the messages of a row have in common, if the query groups them. */
export class SummaryGroupDto {
  @ApiPropertyOptional({
    type: ReportReferenceDto,
    nullable: true,
    description: 'With `group_by=report`: the report that the messages name; null if they name none',
  })
  report?: ReportReferenceDto | null;

  @ApiPropertyOptional({ enum: BASES, description: 'With `group_by=basis`: what priced the messages' })
  basis?: Basis;
}

/** The messages of one window, or of one group in it. */
export class SummaryRowDto extends SummaryGroupDto {
  @ApiProperty({
    description:
      'The first instant of the window, in the time zone asked for, or in UTC if the offset of the zone then has seconds. ' +
      '`/v1/usage` with this `from` and `to` lists the messages of the window',
    example: '2026-03-02T00:00:00+00:00',
  })
  from!: string;

  @ApiProperty({ description: 'The first instant after the window', example: '2026-03-03T00:00:00+00:00' })
  to!: string;

  @ApiProperty({ type: 'number', description: 'Credits, the exact decimal value', example: 270.65 })
  credits_used!: ExactNumber;

  @ApiProperty({ type: 'integer', example: 14 })
  messages!: number;
}

export class SummaryDto {
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: '`from` of the query, or the start of the first window with a message; null if there is none',
    example: '2026-03-02T00:00:00+00:00',
  })
  from!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: '`to` of the query, or the end of the last window with a message; null if there is none',
    example: '2026-03-16T00:00:00+00:00',
  })
  to!: string | null;

  @ApiProperty({ example: 'UTC' })
  time_zone!: string;

  @ApiProperty({ enum: GRANULARITIES })
  granularity!: Granularity;

  @ApiProperty({ type: SummaryTotalsDto })
  totals!: SummaryTotalsDto;

  @ApiPropertyOptional({
    type: 'number',
    description:
      'With a period of the ledger: the sum of the adjustments that are booked in it, whatever the filters. `totals` are ' +
      'without them',
    example: -3.2,
  })
  adjustments?: ExactNumber;

  @ApiProperty({
    enum: WINDOWS,
    description:
      '`all`: `data` has every window from `from` to `to`, empty ones too. `occupied`: that would be more than 10,000 ' +
      'windows, because a message is far from the others, so `data` has only those with a message',
  })
  windows!: Windows;

  @ApiProperty({
    type: [SummaryRowDto],
    description:
      'The windows from `from` to `to` that `windows` names; with `group_by`, one row for each group in a window',
  })
  data!: SummaryRowDto[];
}

/** A summary whose rows are made while they are sent: there may be as many as messages. */
export type SummaryAnswer = Omit<SummaryDto, 'data'> & { readonly data: AsyncIterable<SummaryRowDto> };
