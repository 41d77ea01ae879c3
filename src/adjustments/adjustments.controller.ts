import { Body, Controller, Get, Header, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { AdjustmentDto } from '../billing/adjustment.dto.js';
import { NoQueryDto } from '../http/edge/no-query.dto.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { namedExamples } from '../openapi/examples.js';
import { AdjustmentNumberDto, AdjustmentsQueryDto } from './adjustments-query.dto.js';
import { AdjustmentsDto } from './adjustments.dto.js';
import { AdjustmentsService } from './adjustments.service.js';
import { IDEMPOTENCY_KEY, IdempotencyKey } from './idempotency-key.js';
import { NewAdjustmentDto } from './new-adjustment.dto.js';

@ApiTags('Adjustments')
@Controller({ path: 'adjustments', version: '1' })
export class AdjustmentsController {
  constructor(private readonly adjustments: AdjustmentsService) {}

  @Get()
  @RequiresScope('usage:read')
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Amounts booked beside what messages cost',
    description:
      'A closed period never changes. If upstream sends one of its messages again at another price, the difference is ' +
      'booked in the open period; so is what a person waives or books.',
  })
  @ApiAnswer({ type: AdjustmentsDto, examples: ['GET /v1/adjustments?period=2024-05-05'] })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found', 'no-ledger', 'overloaded', 'ledger-unavailable')
  listAdjustments(@Query() { period }: AdjustmentsQueryDto): Promise<AdjustmentsDto> {
    return this.adjustments.list(period);
  }

  @Get(':number')
  @RequiresScope('usage:read')
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({ summary: 'An amount booked beside what messages cost' })
  @ApiAnswer({ type: AdjustmentDto, examples: ['GET /v1/adjustments/1'] })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found', 'no-ledger', 'overloaded', 'ledger-unavailable')
  getAdjustment(@Param() { number }: AdjustmentNumberDto, @Query() _query: NoQueryDto): Promise<AdjustmentDto> {
    return this.adjustments.find(number);
  }

  @Post()
  @RequiresScope('ledger:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Books an amount in the open period: waives a message, charges or credits something, or takes that back',
    description:
      'A message and a negative amount waive at most what is left of it; anything else is `manual`. `reverses` books the ' +
      'opposite of an earlier adjustment, once. The reason and the name of the key are kept. A service without keys ' +
      'refuses it: nobody would be known to have asked.',
  })
  @ApiHeader({
    name: IDEMPOTENCY_KEY,
    required: true,
    description: 'Chosen anew for each adjustment. Sent again with the same body, it gives the first answer again',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '8e03978e-40d5-43dd-bc93-6894a57f9324',
  })
  @ApiBody({ type: NewAdjustmentDto, examples: namedExamples('request', ['POST /v1/adjustments']) })
  @ApiAnswer({
    type: AdjustmentDto,
    status: 201,
    description: 'What was booked; `Location` is its address',
    examples: ['POST /v1/adjustments'],
    headers: ['Location'],
  })
  @ApiProblems(
    'invalid-request',
    'not-found',
    'no-ledger',
    'not-acceptable',
    'idempotency-conflict',
    'already-reversed',
    'no-open-period',
    'content-too-large',
    'unsupported-media-type',
    'overloaded',
    'ledger-unavailable',
  )
  async makeAdjustment(
    @IdempotencyKey() key: string,
    @Query() _query: NoQueryDto,
    @Body() body: NewAdjustmentDto,
    // The guard lets nobody in whose key is not known.
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AdjustmentDto> {
    const adjustment = await this.adjustments.make(body, key, caller);
    response.location(`/v1/adjustments/${adjustment.number}`);
    return adjustment;
  }
}
