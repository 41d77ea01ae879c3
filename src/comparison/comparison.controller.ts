import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { namedExamples } from '../openapi/examples.js';
import { RATE_CARD_DOCUMENT } from '../openapi/rate-card-schemas.js';
import { CandidateQueryDto, ComparisonQueryDto } from './comparison-query.dto.js';
import { ComparisonDto } from './comparison.dto.js';
import { ComparisonService } from './comparison.service.js';

const SOURCES = [
  'no-ledger',
  'texts-not-kept',
  'upstream-unavailable',
  'upstream-timeout',
  'upstream-invalid-response',
  'overloaded',
  'ledger-unavailable',
] as const;

@ApiTags('Comparison')
@RequiresScope('usage:read')
@Controller({ path: 'usage/comparison', version: '1' })
export class ComparisonController {
  constructor(private readonly comparison: ComparisonService) {}

  @Get()
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'What another rate card would have charged for a period',
    description:
      'Reports cost the same by every rate card; only messages priced by their text can change. A past `period` can be ' +
      'compared only if the ledger keeps texts.',
  })
  @ApiAnswer({ type: ComparisonDto, examples: ['GET /v1/usage/comparison?candidate=token-estimate'] })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found', ...SOURCES)
  compareKnownCard(@Query() query: CandidateQueryDto): Promise<ComparisonDto> {
    return this.comparison.withKnownCard(query.candidate, query);
  }

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'What your own rate card would have charged for a period',
    description: 'The body is a rate card that conforms to `/v1/rate-cards/schema.json`. Nothing is stored.',
  })
  @ApiBody({
    schema: { $ref: getSchemaPath(RATE_CARD_DOCUMENT) },
    examples: namedExamples('request', ['POST /v1/usage/comparison']),
  })
  @ApiAnswer({ type: ComparisonDto, examples: ['POST /v1/usage/comparison'] })
  @ApiProblems(
    'invalid-request',
    'not-acceptable',
    'not-found',
    'content-too-large',
    'unsupported-media-type',
    ...SOURCES,
  )
  compareOwnCard(@Query() query: ComparisonQueryDto, @Body() card: unknown): Promise<ComparisonDto> {
    return this.comparison.withCard(card, query);
  }
}
