import { Controller, Get, Query, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../http/api-problems.decorator.js';
import { NoQueryDto } from '../http/no-query.dto.js';
import { PRODUCT } from './product.js';
import { ServiceIndexDto, type ServiceLinks } from './service-index.dto.js';

const LINKS: ServiceLinks = {
  usage: '/v1/usage',
  documentation: '/docs',
  openapi_json: '/docs-json',
  openapi_yaml: '/docs-yaml',
  liveness: '/health/live',
  readiness: '/health/ready',
};

@ApiTags('index')
@Controller({ version: VERSION_NEUTRAL })
export class ServiceIndexController {
  @Get()
  @ApiOperation({ summary: 'What this service is, and where everything is' })
  @ApiOkResponse({ type: ServiceIndexDto })
  @ApiProblems('invalid-request')
  index(@Query() _query: NoQueryDto): ServiceIndexDto {
    return { name: PRODUCT.name, version: PRODUCT.version, description: PRODUCT.description, links: LINKS };
  }
}
