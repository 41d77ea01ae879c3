import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { NoQueryDto } from '../http/edge/no-query.dto.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { ReconciliationDto } from './reconciliation.dto.js';
import { ReconciliationService } from './reconciliation.service.js';

@ApiTags('Reconciliation')
@Controller({ path: 'reconciliation', version: '1' })
export class ReconciliationController {
  constructor(private readonly reconciliation: ReconciliationService) {}

  @Get()
  @RequiresScope('usage:read')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Whether upstream and the ledger agree on the current period',
    description:
      'Asks upstream as the current bill does, compares it with the open period message by message, and writes nothing. ' +
      'What upstream has sent since the last reading is listed as a difference until the next one records it.',
  })
  @ApiAnswer({ type: ReconciliationDto, examples: ['GET /v1/reconciliation'] })
  @ApiProblems(
    'invalid-request',
    'not-acceptable',
    'no-ledger',
    'upstream-unavailable',
    'upstream-timeout',
    'upstream-invalid-response',
    'overloaded',
    'ledger-unavailable',
  )
  getReconciliation(@Query() _query: NoQueryDto): Promise<ReconciliationDto> {
    return this.reconciliation.reconcile();
  }
}
