import { Controller, Get, Header, Query, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { NoQueryDto } from '../http/no-query.dto.js';
import { UsageDto } from './usage.dto.js';
import { UsageService } from './usage.service.js';

@ApiTags('usage')
@Controller({ path: 'usage', version: ['1', VERSION_NEUTRAL] })
export class UsageController {
  constructor(private readonly usage: UsageService) {}

  @Get()
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Credits used in the current billing period, message by message',
    description:
      'One entry for each message, in the order of the upstream. The bill is whole and exact, or the request fails: an ' +
      'upstream failure is a 500 with its problem type, never a partial answer. Carries an ETag and honours `If-None-Match`.',
  })
  @ApiOkResponse({ type: UsageDto })
  @ApiProblems('invalid-request', 'upstream-unavailable', 'upstream-timeout', 'upstream-invalid-response')
  getCurrentPeriod(@Query() _query: NoQueryDto): Promise<UsageDto> {
    return this.usage.ofCurrentPeriod();
  }
}
