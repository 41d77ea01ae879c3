import { ApiProperty } from '@nestjs/swagger';
import type { RateCardDocument } from '../pricing/index.js';
import type { IdentifiedRateCard } from './identified-rate-card.js';

/** A rule of a price list in plain language. */
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

  @ApiProperty({ description: 'Whether the service bills by this card' })
  billing!: boolean;

  @ApiProperty({ type: [PriceListLineDto], description: 'The rules of the card in plain language' })
  price_list!: PriceListLineDto[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The card as data, in the form of `/v1/rate-cards/schema.json`',
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
