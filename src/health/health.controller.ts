import { Controller, Get, Header, Query, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HealthCheckResult } from '@nestjs/terminus';
import { Public } from '../auth/public.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { NoQueryDto } from '../http/edge/no-query.dto.js';
import { NotNegotiated } from '../http/answers/offers.decorator.js';
import { LivenessDto, ReadinessDto } from './health.dto.js';
import { HealthService } from './health.service.js';

@ApiTags('Operations')
@Public()
@NotNegotiated()
@Controller({ path: 'health', version: VERSION_NEUTRAL })
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Whether the process answers; checks nothing else' })
  @ApiAnswer({ type: LivenessDto, examples: ['GET /health/live'] })
  @ApiProblems('invalid-request')
  getLiveness(@Query() _query: NoQueryDto): LivenessDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary:
      'Whether the service accepts requests, how its last read of the upstream ended, and how its ledger is doing',
    description:
      'Not ready only while the service stops. A failing upstream makes it `degraded`, not unready: all replicas share ' +
      'the upstream, and taking all of them out of service would not help. So does a ledger that cannot be written: the ' +
      'bill does not need it.',
  })
  @ApiOkResponse({ type: ReadinessDto })
  @ApiProblems('invalid-request', 'not-ready')
  getReadiness(@Query() _query: NoQueryDto): Promise<HealthCheckResult> {
    return this.health.readiness();
  }
}
