import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { PeriodParameter } from '../billing/query/period-parameter.decorator.js';
import { TimeZoneName } from '../validation/time-zone.decorator.js';

export class ComparisonQueryDto {
  @PeriodParameter()
  period?: string;

  @TimeZoneName()
  time_zone: string = 'UTC';
}

export class CandidateQueryDto extends ComparisonQueryDto {
  @ApiProperty({ description: 'The id or the SHA-256 of a rate card', example: 'token-estimate' })
  @IsString({ message: 'must be the id of a rate card' })
  candidate!: string;
}
