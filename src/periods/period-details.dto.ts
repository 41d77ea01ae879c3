import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PeriodDto } from './periods.dto.js';

/** When a period ended: between these times. */
export class RolledOverDto {
  @ApiProperty({ format: 'date-time' })
  after!: string;

  @ApiProperty({ format: 'date-time' })
  by!: string;
}

/** What became of the answers of upstream that concern a period. */
export class PeriodReadingsDto {
  @ApiProperty({ type: 'integer' })
  applied!: number;

  @ApiProperty({ type: 'integer', description: 'How many were held, because they fit no rule' })
  held!: number;

  @ApiProperty({ type: 'integer', description: 'How many came after the period had ended' })
  past!: number;

  @ApiProperty({ type: 'integer' })
  last_number!: number;

  @ApiProperty({ description: 'When upstream last answered with what the period has', format: 'date-time' })
  confirmed_at!: string;
}

/** How many changes of each kind the messages of a period have had. */
export class PeriodChangesDto {
  @ApiProperty({ type: 'integer' })
  edited!: number;

  @ApiProperty({ type: 'integer', description: 'Their report got another price, appeared or vanished' })
  report_changed!: number;

  @ApiProperty({ type: 'integer', description: 'The service bills by another rate card' })
  rate_card_changed!: number;

  @ApiProperty({ type: 'integer', description: 'Another version of the service prices the same card otherwise' })
  pricing_changed!: number;

  @ApiProperty({ type: 'integer', description: 'Upstream sent them no longer' })
  missing!: number;

  @ApiProperty({ type: 'integer', description: 'Upstream sent them again' })
  back!: number;
}

/** A billing period with its history. */
export class PeriodDetailsDto extends PeriodDto {
  @ApiPropertyOptional({
    type: 'string',
    description: 'The id of the period before; absent for the first',
    example: '2024-03-29',
  })
  previous?: string | undefined;

  @ApiPropertyOptional({ type: RolledOverDto, description: 'Absent while the period is open' })
  rolled_over?: RolledOverDto | undefined;

  @ApiPropertyOptional({
    type: 'string',
    description: 'When the period closes, once it has ended',
    format: 'date-time',
  })
  closes_at?: string | undefined;

  @ApiPropertyOptional({
    enum: [true],
    description:
      'There while upstream seems to send a window that slides instead of this period: its oldest messages vanish ' +
      'little by little, and it may never end',
  })
  looks_like_window?: true | undefined;

  @ApiProperty({ type: PeriodReadingsDto })
  readings!: PeriodReadingsDto;

  @ApiProperty({ type: PeriodChangesDto })
  changes!: PeriodChangesDto;

  @ApiProperty({ type: [String], description: 'SHA-256 of each rate card that priced a message' })
  rate_cards!: readonly string[];

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'What `digest` covers: hashes of the sealed lines, reports and adjustments, and of the period before',
  })
  manifest?: Readonly<Record<string, unknown>> | undefined;
}
