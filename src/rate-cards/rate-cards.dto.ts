import { ApiProperty } from '@nestjs/swagger';
import type { RateCardDocument } from '../pricing/index.js';
import type { IdentifiedRateCard } from './rate-cards.service.js';

/** A line of a price list, for people. */
export class PriceListLineDto {
  @ApiProperty({ example: 'character_count' })
  rule!: string;

  @ApiProperty({ example: '+0.05 for each character' })
  description!: string;
}

export class RateCardDto {
  @ApiProperty({ example: 'standard' })
  id!: string;

  @ApiProperty({ description: 'SHA-256 of `card` in its canonical form (RFC 8785), in hexadecimal' })
  sha256!: string;

  @ApiProperty({ description: 'Whether this is the card that bills' })
  billing!: boolean;

  @ApiProperty({ type: [PriceListLineDto], description: 'What the card says, for people' })
  price_list!: PriceListLineDto[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The card as data, as `/v1/rate-cards/schema.json` has it',
  })
  card!: RateCardDocument;
}

export class RateCardsDto {
  @ApiProperty({ type: [RateCardDto] })
  rate_cards!: RateCardDto[];
}

export const toRateCardDto = ({ document, card, sha256 }: IdentifiedRateCard, billing: boolean): RateCardDto => ({
  id: document.id,
  sha256,
  billing,
  price_list: card.rules.map(({ code, description }) => ({ rule: code, description })),
  card: document,
});
