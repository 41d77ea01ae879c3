import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';

export class CandidateQueryDto {
  @ApiProperty({ description: 'The id or the SHA-256 of a rate card', example: 'token-estimate' })
  @IsString({ message: 'must be the id of a rate card' })
  candidate!: string;
}
