import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { isTimestamp } from '../time/timestamp.js';
import { Satisfies } from '../validation/satisfies.js';

export class RateCardsQueryDto {
  @ApiPropertyOptional({
    description:
      'Only the card in force at this instant, such as `2026-03-02T08:14:09Z`: RFC 3339 with an offset (in a URL, `+` is ' +
      'written `%2B`); `billing` then speaks of this instant',
    type: 'string',
    format: 'date-time',
  })
  @IsOptional()
  @Satisfies(isTimestamp, 'must be an RFC 3339 timestamp with an offset (in a URL, + is written %2B)')
  at?: string;
}
