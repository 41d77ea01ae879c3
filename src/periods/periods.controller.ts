import { Controller, Get, Header, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { Offers } from '../http/answers/offers.decorator.js';
import { sendRepresentation } from '../http/answers/representation.js';
import type { TextPieces } from '../http/answers/text-pieces.js';
import { NoQueryDto } from '../http/edge/no-query.dto.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { headerReferences } from '../openapi/response-headers.js';
import { PeriodDetailsDto } from './period-details.dto.js';
import { ChangesQueryDto, PeriodIdDto, PeriodsQueryDto } from './periods-query.dto.js';
import { PeriodsDto } from './periods.dto.js';
import { PeriodsService } from './periods.service.js';

const EXAMPLE_CHANGES = `{"reading":12,"at":"2024-04-30T08:00:10.000Z","added":0,"changed":1,"missing":0,"back":0}
{"op":"changed","message_id":1003,"nth":0,"credits_used":{"was":2.35,"now":2.5},"cause":"edited"}
{"next":17}
`;

const EXAMPLE_LINES =
  'message_id,nth,timestamp,report_id,text_credits,credits,rate_card,missing_since,report\n' +
  '1000,0,2024-04-29T02:08:29.375Z,5392,4.05,79,0,,0\n';

const LEDGER = ['no-ledger', 'overloaded', 'ledger-unavailable'] as const;

@ApiTags('Periods')
@RequiresScope('usage:read')
@Controller({ path: 'periods', version: '1' })
export class PeriodsController {
  constructor(private readonly periods: PeriodsService) {}

  @Get()
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'The billing periods that the service has seen, newest first',
    description: '`period` of `/v1/usage`, its summary, receipts and comparison takes their ids.',
  })
  @ApiAnswer({ type: PeriodsDto, examples: ['GET /v1/periods'] })
  @ApiProblems('invalid-request', 'not-acceptable', ...LEDGER)
  listPeriods(@Query() query: PeriodsQueryDto): Promise<PeriodsDto> {
    return this.periods.list(query);
  }

  @Get(':id')
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({ summary: 'A period, with when it ended, what changed in it, and what its digest covers' })
  @ApiAnswer({ type: PeriodDetailsDto, examples: ['GET /v1/periods/2024-04-29', 'GET /v1/periods/current'] })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found', ...LEDGER)
  getPeriod(@Param() { id }: PeriodIdDto, @Query() _query: NoQueryDto): Promise<PeriodDetailsDto> {
    return this.periods.find(id);
  }

  @Get(':id/changes')
  @Offers({ ndjson: 'application/x-ndjson' })
  @Header('Content-Type', 'application/x-ndjson')
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Every change of a period, in the order in which the service saw it',
    description:
      'One line for each reading of upstream that changed the period, and after it one for each message that it changed. ' +
      'The last line is always `next`: the `after` of the next request, which answers with that line alone if there is ' +
      'nothing new.',
  })
  @ApiOkResponse({
    description: 'Readings and their changes, as JSON with one object a line',
    content: { 'application/x-ndjson': { schema: { type: 'string' }, example: EXAMPLE_CHANGES } },
  })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found', ...LEDGER)
  listPeriodChanges(@Param() { id }: PeriodIdDto, @Query() { after }: ChangesQueryDto): Promise<TextPieces> {
    return this.periods.changes(id, after);
  }

  @Get(':id/sealed')
  @Offers({ csv: 'text/csv' })
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'The lines of a closed period, byte for byte as they were sealed',
    description:
      'The SHA-256 of the decompressed file is `manifest.lines.sha256` of the period, and its ETag (with `-gzip` on the ' +
      'compressed form): `curl --compressed … | sha256sum` verifies it. `Content-Digest` (RFC 9530) is that of the bytes ' +
      'sent. A period that is not closed answers 409.',
  })
  @ApiOkResponse({
    description: 'One line for each message',
    headers: headerReferences(['Content-Disposition', 'Content-Digest']),
    content: { 'text/csv': { schema: { type: 'string' }, example: EXAMPLE_LINES } },
  })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found', 'period-not-closed', ...LEDGER)
  async getSealedLines(
    @Param() { id }: PeriodIdDto,
    @Query() _query: NoQueryDto,
    @Res() response: Response,
  ): Promise<void> {
    await sendRepresentation(response, await this.periods.sealed(id));
  }
}
