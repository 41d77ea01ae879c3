import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { NoQueryDto } from '../http/edge/no-query.dto.js';
import { RATE_CARD_SCHEMA } from '../pricing/index.js';
import { RateCardDto, RateCardsDto } from './rate-cards.dto.js';
import { RateCardsQueryDto } from './rate-cards-query.dto.js';
import { RateCardsService } from './rate-cards.service.js';
import { toVectorsDto, VectorsDto } from './vectors.dto.js';

const ID = { name: 'id', description: 'The id of a rate card, or its SHA-256', example: 'standard' } as const;

@ApiTags('Rate cards')
@RequiresScope('usage:read')
@Controller({ path: 'rate-cards', version: '1' })
export class RateCardsController {
  constructor(private readonly rateCards: RateCardsService) {}

  @Get()
  @ApiOperation({ summary: 'The price lists, as data and in plain language, and when each is in force' })
  @ApiOkResponse({ type: RateCardsDto })
  @ApiProblems('invalid-request', 'not-acceptable')
  listRateCards(@Query() { at }: RateCardsQueryDto): RateCardsDto {
    return this.rateCards.list(at);
  }

  @Get('schema.json')
  @ApiOperation({ summary: 'The JSON Schema of a rate card: every rule and its parameters' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  @ApiProblems('invalid-request', 'not-acceptable')
  getRateCardSchema(@Query() _query: NoQueryDto): object {
    return RATE_CARD_SCHEMA;
  }

  @Get(':id')
  @ApiOperation({ summary: 'A price list, by its id or by its SHA-256' })
  @ApiParam(ID)
  @ApiAnswer({ type: RateCardDto, examples: ['GET /v1/rate-cards/token-estimate'] })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found')
  getRateCard(@Param('id') id: string, @Query() _query: NoQueryDto): RateCardDto {
    return this.rateCards.find(id);
  }

  @Get(':id/vectors')
  @ApiOperation({
    summary: 'Texts with every line of their price, to test an implementation',
    description:
      'An implementation that prices all of these texts the same, line by line, charges what this service charges.',
  })
  @ApiParam(ID)
  @ApiOkResponse({ type: VectorsDto })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found')
  getRateCardVectors(@Param('id') id: string, @Query() _query: NoQueryDto): VectorsDto {
    return toVectorsDto(this.rateCards.get(id));
  }
}
