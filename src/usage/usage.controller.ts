import { Controller, Get, Header, Query, Res, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { NegotiatedFormat, Offers } from '../http/answers/offers.decorator.js';
import { sendRepresentation } from '../http/answers/representation.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { USAGE_FORMATS, type UsageFormat } from './usage-formats.js';
import { UsageQueryDto } from './usage-query.dto.js';
import { UsageDto } from './usage.dto.js';
import { UsageService } from './usage.service.js';
import { USAGE_PROBLEMS } from './usage-problems.js';

@ApiTags('Usage')
@RequiresScope('usage:read')
@Controller({ path: 'usage', version: ['1', VERSION_NEUTRAL] })
export class UsageController {
  constructor(private readonly usage: UsageService) {}

  @Get()
  @Offers(USAGE_FORMATS)
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Credits used in a billing period, message by message',
    description:
      "One entry for each message, in upstream's order. The bill is complete and exact, or the request fails: an upstream " +
      'failure is a 500 with its problem type, never a partial answer. Without parameters the answer is the frozen ' +
      'contract; parameters select, sort and page its entries. Answers have an ETag, honour `If-None-Match`, and are ' +
      'compressed if the client accepts gzip. With `USAGE_MAX_AGE_MS`, an answer made without asking upstream has an `Age`. ' +
      'Without `period`, the bill is that of the current period. The answers of a closed period never change. By `Accept` ' +
      'or `format`, the same entries are also available as `text/csv` and `application/x-ndjson`, one a line.',
  })
  @ApiAnswer({
    type: UsageDto,
    description: 'The bill',
    examples: ['GET /v1/usage?to=2026-03-02T08:52:00Z', 'GET /v1/usage?limit=2&sort=-credits_used'],
    headers: ['Age', 'Content-Disposition'],
  })
  @ApiProblems(...USAGE_PROBLEMS)
  async getUsage(
    @Query() query: UsageQueryDto,
    @NegotiatedFormat() format: UsageFormat,
    @Res() response: Response,
  ): Promise<void> {
    await sendRepresentation(response, await this.usage.getBill(query, format));
  }
}
