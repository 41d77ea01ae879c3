import { Controller, Get, Inject, Query, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { SAMPLE } from '../config/addresses.js';
import { Public } from '../auth/public.decorator.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiAnswer } from '../openapi/api-answer.decorator.js';
import { NoQueryDto } from '../http/edge/no-query.dto.js';
import { PRODUCT } from '../product.js';
import { ServiceIndexDto, type ServiceLinks } from './service-index.dto.js';

/** Relative to `/` of the service, so that they hold behind a proxy that adds a path prefix. */
const LINKS: ServiceLinks = {
  usage: 'v1/usage',
  usage_as_csv: 'v1/usage?format=csv',
  usage_as_ndjson: 'v1/usage?format=ndjson',
  usage_csv: 'v1/usage.csv',
  usage_ndjson: 'v1/usage.ndjson',
  usage_xlsx: 'v1/usage.xlsx',
  summary: 'v1/usage/summary',
  summary_csv: 'v1/usage/summary.csv',
  summary_xlsx: 'v1/usage/summary.xlsx',
  receipt: 'v1/usage/{message_id}/receipt',
  receipt_text: 'v1/usage/{message_id}/receipt.txt',
  estimates: 'v1/estimates',
  comparison: 'v1/usage/comparison{?candidate}',
  usage_of_period: 'v1/usage{?period}',
  periods: 'v1/periods',
  period: 'v1/periods/{id}',
  period_changes: 'v1/periods/{id}/changes',
  period_sealed: 'v1/periods/{id}/sealed',
  adjustments: 'v1/adjustments{?period}',
  adjustment: 'v1/adjustments/{number}',
  reconciliation: 'v1/reconciliation',
  held_readings: 'v1/readings?outcome=held',
  decision: 'v1/readings/{number}/decision',
  rate_cards: 'v1/rate-cards',
  rate_card: 'v1/rate-cards/{id}',
  rate_card_vectors: 'v1/rate-cards/{id}/vectors',
  rate_card_schema: 'v1/rate-cards/schema.json',
  dashboard: 'dashboard',
  documentation: 'docs',
  openapi_json: 'docs-json',
  openapi_yaml: 'docs-yaml',
  liveness: 'health/live',
  readiness: 'health/ready',
  metrics: 'metrics',
};

@ApiTags('Service')
@Public()
@Controller({ version: VERSION_NEUTRAL })
export class ServiceIndexController {
  constructor(@Inject(settingsConfig.KEY) private readonly settings: SettingsConfig) {}

  @Get()
  @ApiOperation({ summary: 'Name, version and links to every route' })
  @ApiAnswer({ type: ServiceIndexDto, examples: ['GET /'] })
  @ApiProblems('invalid-request', 'not-acceptable', 'rate-limited')
  getIndex(@Query() _query: NoQueryDto): ServiceIndexDto {
    return {
      name: PRODUCT.name,
      version: PRODUCT.version,
      description: PRODUCT.description,
      sample_data: this.settings.upstream.baseUrl === SAMPLE,
      links: LINKS,
    };
  }
}
