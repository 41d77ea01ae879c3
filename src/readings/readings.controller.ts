import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, CurrentCaller } from '../auth/caller.js';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { NoQueryDto } from '../http/edge/no-query.dto.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { namedExamples } from '../openapi/examples.js';
import { DecisionDto, RecordedDecisionDto } from './decision.dto.js';
import { ReadingNumberDto, ReadingsQueryDto } from './readings-query.dto.js';
import { HeldReadingsDto } from './readings.dto.js';
import { ReadingsService } from './readings.service.js';

@ApiTags('Readings')
@Controller({ path: 'readings', version: '1' })
export class ReadingsController {
  constructor(private readonly readings: ReadingsService) {}

  @Get()
  @RequiresScope('usage:read')
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'The answers of upstream that the ledger holds back',
    description:
      'An answer that fits no rule is stored whole and changes no period, until a later one fits or a person decides.',
  })
  @ApiAnswer({ type: HeldReadingsDto, examples: ['GET /v1/readings?outcome=held'] })
  @ApiProblems('invalid-request', 'not-acceptable', 'no-ledger', 'overloaded', 'ledger-unavailable')
  listHeldReadings(@Query() _query: ReadingsQueryDto): Promise<HeldReadingsDto> {
    return this.readings.held();
  }

  @Post(':number/decision')
  @HttpCode(200)
  @RequiresScope('ledger:write')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Decides what a held reading is',
    description:
      'The ledger goes on as if the reading had been so, and keeps the reason and the name of the key. A decision is made ' +
      'once. A service without keys refuses it: nobody would be known to have made it.',
  })
  @ApiBody({
    type: DecisionDto,
    examples: namedExamples('request', ['POST /v1/readings/388/decision']),
  })
  @ApiAnswer({ type: RecordedDecisionDto, examples: ['POST /v1/readings/388/decision'] })
  @ApiProblems(
    'invalid-request',
    'not-found',
    'no-ledger',
    'not-acceptable',
    'already-decided',
    'no-open-period',
    'content-too-large',
    'unsupported-media-type',
    'overloaded',
    'ledger-unavailable',
  )
  decideReading(
    @Param() { number }: ReadingNumberDto,
    @Query() _query: NoQueryDto,
    @Body() body: DecisionDto,
    // The guard lets nobody in whose key is not known.
    @CurrentCaller() caller: Caller,
  ): Promise<RecordedDecisionDto> {
    return this.readings.decide(number, body, caller);
  }
}
