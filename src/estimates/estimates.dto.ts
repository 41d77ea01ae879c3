import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsString } from 'class-validator';
import { PriceExplanationDto } from '../billing/explanation/price-explanation.dto.js';
import { isTimestamp } from '../time/timestamp.js';
import { ListOf } from '../validation/list-of.js';
import { Satisfies } from '../validation/satisfies.js';
import { ExactNumber } from '../validation/exact-number.js';

const MAX_MESSAGES = 1000;

const holdsNoArrays = (value: unknown): boolean => !Array.isArray(value) || !value.some(Array.isArray);

const isId = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** An array, which is refused by its own rules, has a method `at`. */
const isTimestampOrMethod = (value: unknown): boolean => typeof value === 'function' || isTimestamp(value);

export class EstimatedMessageDto {
  @ApiProperty({ example: 'Are there any restrictions on alterations or improvements?' })
  @IsString({ message: 'must be a string' })
  text!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    nullable: true,
    description: 'The report that the message would generate',
  })
  @IsOptional()
  @Satisfies(isId, 'must be a whole number of 0 or more')
  report_id?: number | null;
}

export class EstimateRequestDto {
  @ApiProperty({ type: [EstimatedMessageDto], maxItems: MAX_MESSAGES })
  @IsArray({ message: 'must be an array' })
  @ArrayMaxSize(MAX_MESSAGES, { message: `must have at most ${MAX_MESSAGES} messages` })
  @Satisfies(holdsNoArrays, 'must hold objects')
  @ListOf(EstimatedMessageDto, 'must hold objects')
  messages!: EstimatedMessageDto[];

  @ApiPropertyOptional({
    description: 'The id or the SHA-256 of a rate card; by default the one in force now, or at `at`',
    example: 'standard',
  })
  @IsOptional()
  @IsString({ message: 'must be the id of a rate card' })
  rate_card?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'By the rate card in force at this instant, RFC 3339 with an offset; not together with `rate_card`',
    example: '2027-01-01T00:00:00Z',
  })
  @IsOptional()
  @Satisfies(isTimestampOrMethod, 'must be an RFC 3339 timestamp with an offset')
  at?: string;
}

export class EstimatesDto {
  @ApiProperty({ type: 'number', description: 'Total credits: the sum of the estimates', example: 5.2 })
  credits_used!: ExactNumber;

  @ApiProperty({ type: [PriceExplanationDto], description: 'One for each message, in the order of the request' })
  estimates!: PriceExplanationDto[];
}
