import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { NegotiatedFormat, Offers } from '../http/answers/offers.decorator.js';
import type { TextPieces } from '../http/answers/text-pieces.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { SUMMARY_FORMATS, type SummaryFormat } from './summary-formats.js';
import { SummaryQueryDto } from './summary-query.dto.js';
import { type SummaryAnswer, SummaryDto } from './summary.dto.js';
import { SummaryService } from './summary.service.js';
import { SUMMARY_PROBLEMS } from './summary-problems.js';

@ApiTags('Summary')
@RequiresScope('usage:read')
@Controller({ path: 'usage', version: '1' })
export class SummaryController {
  constructor(private readonly summary: SummaryService) {}

  @Get('summary')
  @Offers(SUMMARY_FORMATS)
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Totals of a billing period, by hour, day or month',
    description:
      'The windows sum to the totals, and the totals equal the bill with the same filters. Days are those of the time zone: ' +
      'a day on which the clock changes has 23 or 25 hours. A query whose `from` and `to` are more than 10,000 windows ' +
      'apart is refused. If the messages themselves are, the answer has only the windows with a message, and says so in ' +
      '`windows`. By `Accept` or `format` also as `text/csv`: a line for each row of `data`, with columns for the groupings ' +
      'asked for.',
  })
  @ApiAnswer({
    type: SummaryDto,
    examples: ['GET /v1/usage/summary?to=2026-03-04T00:00:00Z', 'GET /v1/usage/summary?granularity=P1M&group_by=basis'],
    headers: ['Content-Disposition'],
  })
  @ApiProblems(...SUMMARY_PROBLEMS)
  getSummary(
    @Query() query: SummaryQueryDto,
    @NegotiatedFormat() format: SummaryFormat,
  ): Promise<SummaryAnswer | TextPieces> {
    return this.summary.getSummary(query, format);
  }
}
