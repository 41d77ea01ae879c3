import { readFileSync } from 'node:fs';
import { Controller, Get, Header, Inject, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/public.decorator.js';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { Offers } from '../http/answers/offers.decorator.js';
import { renderPage } from './render-page.js';

const TEMPLATE = readFileSync(new URL('./browser/index.html', import.meta.url), 'utf8');

@ApiTags('Service')
@Public()
@Offers({ html: 'text/html' })
@Controller({ path: 'dashboard', version: VERSION_NEUTRAL })
export class DashboardController {
  private readonly html: string;

  constructor(@Inject(settingsConfig.KEY) { dashboardTitle, ledger }: SettingsConfig) {
    this.html = renderPage(TEMPLATE, { title: dashboardTitle, hasLedger: ledger !== undefined });
  }

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @ApiOperation({
    summary: 'The credit usage dashboard, a page on this API',
    description:
      'The query holds the view (period, filters, sort order, open receipt, candidate, time zone). The browser reads it, not the ' +
      'service; the page ignores unknown parameters and says so in a notice.',
  })
  @ApiOkResponse({ description: 'The page', content: { 'text/html': { schema: { type: 'string' } } } })
  @ApiProblems('not-acceptable', 'rate-limited')
  getDashboard(): string {
    return this.html;
  }
}
