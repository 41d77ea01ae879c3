import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { findVectors } from '../pricing/index.js';
import type { IdentifiedRateCard } from './identified-rate-card.js';

export class VectorLineDto {
  @ApiProperty({ example: 'character_count' })
  rule!: string;

  @ApiPropertyOptional({ type: 'integer', example: 58 })
  quantity?: number;

  @ApiProperty({ example: 2.9 })
  credits!: number;
}

export class VectorDto {
  @ApiPropertyOptional({ description: 'The reason for the case; absent if the owner of the card states none' })
  why?: string;

  @ApiProperty()
  text!: string;

  @ApiProperty({ description: 'The sum of the lines', example: 5.2 })
  credits!: number;

  @ApiPropertyOptional({
    type: [VectorLineDto],
    description: 'The lines of the price; absent if the owner of the card states the total alone',
  })
  lines?: readonly VectorLineDto[];
}

/** Conformance vectors, for an implementation in another language to test itself with. */
export class VectorsDto {
  @ApiProperty({ example: 'standard' })
  rate_card!: string;

  @ApiProperty({ description: 'SHA-256 of the card that the vectors belong to' })
  sha256!: string;

  @ApiProperty({ type: [String], description: 'How to read the vectors' })
  description!: readonly string[];

  @ApiProperty({ type: [VectorDto] })
  vectors!: readonly VectorDto[];
}

export const toVectorsDto = ({ document: { id }, sha256, vectors }: IdentifiedRateCard): VectorsDto => ({
  rate_card: id,
  sha256,
  description: findVectors(id).description,
  vectors,
});
