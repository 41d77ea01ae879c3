import { ApiProperty } from '@nestjs/swagger';
import type { IdentifiedRateCard } from './rate-cards.service.js';

/** Which card it was, and which version of it. */
export class RateCardReferenceDto {
  @ApiProperty({ example: 'standard' })
  id!: string;

  @ApiProperty({ description: 'SHA-256 of its canonical form (RFC 8785), in hexadecimal' })
  sha256!: string;
}

export const referenceTo = ({ document: { id }, sha256 }: IdentifiedRateCard): RateCardReferenceDto => ({ id, sha256 });
