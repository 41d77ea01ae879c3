import { Controller, Get, Header, Query, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '../../auth/requires-scope.decorator.js';
import { ApiProblems } from '../../http/problems/api-problems.decorator.js';
import { NoQueryDto } from '../../http/edge/no-query.dto.js';
import { NotNegotiated } from '../../http/answers/offers.decorator.js';
import { MetricsService } from './metrics.service.js';

const EXAMPLE = `# HELP upstream_retries_total Attempts at upstream calls after the first of each call
# TYPE upstream_retries_total counter
upstream_retries_total{endpoint="messages"} 0
upstream_retries_total{endpoint="report"} 3
`;

@ApiTags('Operations')
@RequiresScope('metrics:read')
@NotNegotiated()
@Controller({ path: 'metrics', version: VERSION_NEUTRAL })
export class MetricsController {
  constructor(private readonly metrics: MetricsService) {}

  @Get()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Metrics for Prometheus',
    description:
      'Requests by route and status, upstream calls by outcome, the last bill, and the process. ' +
      'docs/operations/README.md explains each metric and what to do about it.',
  })
  @ApiOkResponse({
    description: 'All metrics, in the text format 0.0.4',
    content: { 'text/plain': { schema: { type: 'string' }, example: EXAMPLE } },
  })
  @ApiProblems('invalid-request')
  getMetrics(@Query() _query: NoQueryDto): Promise<string> {
    return this.metrics.text();
  }
}
