import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { RATE_CARD_DOCUMENT } from '../openapi/rate-card-schemas.js';
import type { RateCardDocument } from '../pricing/index.js';
import type { Interval } from '../time/interval.js';
import { formatRfc3339 } from '../time/rfc3339.js';
import type { IdentifiedRateCard } from './identified-rate-card.js';

/** A rule of a price list in plain language. */
export class PriceListLineDto {
  @ApiProperty({ example: 'character_count' })
  rule!: string;

  @ApiProperty({ example: '+0.05 for each character' })
  description!: string;
}

/** A time in which the service bills by a card. */
export class InForceDto {
  @ApiPropertyOptional({
    format: 'date-time',
    description: 'The first instant, in UTC; absent if the card is in force from the beginning',
    example: '2027-01-01T00:00:00+00:00',
  })
  from?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'The instant, in UTC, at which the next card begins; absent if none does',
    example: '2028-01-01T00:00:00+00:00',
  })
  to?: string;
}

export class RateCardDto {
  @ApiProperty({ example: 'standard' })
  id!: string;

  @ApiProperty({ description: 'SHA-256 of `card` in its canonical form (RFC 8785), in hexadecimal' })
  sha256!: string;

  @ApiProperty({ description: 'Whether the service bills by this card now, or does at the instant `at`' })
  billing!: boolean;

  @ApiProperty({
    type: [InForceDto],
    description: 'When the service bills by this card, by the timestamp of the message, in order; empty if never',
  })
  in_force!: InForceDto[];

  @ApiProperty({ type: [PriceListLineDto], description: 'The rules of the card in plain language' })
  price_list!: PriceListLineDto[];

  @ApiProperty({
    allOf: [{ $ref: getSchemaPath(RATE_CARD_DOCUMENT) }],
    description: 'The card as data, in the form of `/v1/rate-cards/schema.json`',
  })
  card!: RateCardDocument;
}

export class RateCardsDto {
  @ApiProperty({ type: [RateCardDto] })
  rate_cards!: RateCardDto[];
}

export const toRateCardDto = (
  { document, card, sha256 }: IdentifiedRateCard,
  billing: boolean,
  inForce: readonly Interval[],
): RateCardDto => ({
  id: document.id,
  sha256,
  billing,
  in_force: inForce.map(toInForceDto),
  price_list: card.rules.map(({ code, description }) => ({ rule: code, description })),
  card: document,
});

const toInForceDto = ({ from, to }: Interval): InForceDto => ({
  ...(from && { from: formatRfc3339(from, 0) }),
  ...(to && { to: formatRfc3339(to, 0) }),
});
