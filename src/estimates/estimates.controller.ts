import { Body, Controller, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { namedExamples } from '../openapi/examples.js';
import { NoQueryDto } from '../http/edge/no-query.dto.js';
import { RequestLimiter } from '../http/edge/request-limiter.js';
import { EstimateRequestDto, EstimatesDto } from './estimates.dto.js';
import { EstimatesService } from './estimates.service.js';

@ApiTags('Estimates')
@RequiresScope('receipts:read')
@Controller({ path: 'estimates', version: '1' })
export class EstimatesController {
  constructor(
    private readonly estimates: EstimatesService,
    private readonly limiter: RequestLimiter,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'What messages would cost, line by line',
    description:
      'Reports are looked up as for a bill; every 16 different reports count as one more request for the rate limit. ' +
      'Nothing is stored, and no text is logged.',
  })
  @ApiBody({ type: EstimateRequestDto, examples: namedExamples('request', ['POST /v1/estimates']) })
  @ApiAnswer({ type: EstimatesDto, examples: ['POST /v1/estimates'] })
  @ApiProblems(
    'invalid-request',
    'not-found',
    'not-acceptable',
    'content-too-large',
    'unsupported-media-type',
    'upstream-unavailable',
    'upstream-timeout',
    'upstream-invalid-response',
  )
  estimateMessages(
    @Query() _query: NoQueryDto,
    @Body() body: EstimateRequestDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EstimatesDto> {
    return this.estimates.estimate(body, this.limiter.chargeTo(request), abortWhenCallerLeaves(response));
  }
}

/**
 * A signal that aborts when the caller's connection closes; after the answer has been sent this has
 * no effect.
 */
const abortWhenCallerLeaves = (response: Response): AbortSignal => {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
};
