import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { AdjustmentsQueryDto } from './adjustments-query.dto.js';
import { AdjustmentsDto } from './adjustments.dto.js';
import { AdjustmentsService } from './adjustments.service.js';

@ApiTags('adjustments')
@RequiresScope('usage:read')
@Controller({ path: 'adjustments', version: '1' })
export class AdjustmentsController {
  constructor(private readonly adjustments: AdjustmentsService) {}

  @Get()
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Amounts booked in one period for messages of another, which is closed',
    description:
      'A closed period never changes. If upstream sends one of its messages again at another price, the difference is ' +
      'booked in the open period.',
  })
  @ApiAnswer({ type: AdjustmentsDto, examples: ['GET /v1/adjustments?period=2024-05-05'] })
  @ApiProblems('invalid-request', 'not-acceptable', 'not-found', 'no-ledger', 'overloaded', 'ledger-unavailable')
  list(@Query() { period }: AdjustmentsQueryDto): Promise<AdjustmentsDto> {
    return this.adjustments.list(period);
  }
}
