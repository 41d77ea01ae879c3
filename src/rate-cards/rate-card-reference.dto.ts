import { ApiProperty } from '@nestjs/swagger';
import type { IdentifiedRateCard } from './identified-rate-card.js';

/** Identifies a rate card and its version. */
export class RateCardReferenceDto {
  @ApiProperty({ example: 'standard' })
  id!: string;

  @ApiProperty({ description: 'SHA-256 of the canonical form (RFC 8785) of the card, in hexadecimal' })
  sha256!: string;
}

export const toRateCardReference = ({ document: { id }, sha256 }: IdentifiedRateCard): RateCardReferenceDto => ({
  id,
  sha256,
});
