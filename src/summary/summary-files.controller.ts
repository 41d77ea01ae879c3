import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { Offers } from '../http/answers/offers.decorator.js';
import { sendRepresentation } from '../http/answers/representation.js';
import type { TextPieces } from '../http/answers/text-pieces.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiFile } from '../openapi/api-file.decorator.js';
import { XLSX_MEDIA_TYPE } from '../spreadsheet/workbook.js';
import { TotalsQueryDto } from './summary-query.dto.js';
import { SummaryService } from './summary.service.js';
import { SUMMARY_PROBLEMS } from './summary-problems.js';

@ApiTags('Summary')
@RequiresScope('usage:read')
@Controller({ path: 'usage', version: '1' })
export class SummaryFilesController {
  constructor(private readonly summary: SummaryService) {}

  @Get('summary.csv')
  @Offers({ csv: 'text/csv' })
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Totals of a billing period, as a CSV file for spreadsheets',
    description:
      'A line for each row of `data` of `/v1/usage/summary`, with columns for the groupings asked for. The file begins ' +
      'with a byte order mark, by which Excel knows UTF-8. `/v1/usage/summary?format=csv` has none.',
  })
  @ApiFile({
    mediaType: 'text/csv',
    description: 'The totals',
    disposition: 'attachment; filename="credit-usage-summary_2026-03-02_2026-03-15_P1D.csv"',
    example: '\uFEFFfrom,to,messages,credits_used\r\n2026-03-02T00:00:00+00:00,2026-03-03T00:00:00+00:00,14,270.65\r\n',
  })
  @ApiProblems(...SUMMARY_PROBLEMS)
  getSummaryCsv(@Query() query: TotalsQueryDto): Promise<TextPieces> {
    return this.summary.getCsv(query);
  }

  @Get('summary.xlsx')
  @Offers({ xlsx: XLSX_MEDIA_TYPE })
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Totals of a billing period, as an XLSX workbook',
    description:
      'A row for each row of `data` of `/v1/usage/summary`, with columns for the groupings asked for. Above them are the ' +
      'period and its digest, and a formula that adds the rows up. Times are those of `time_zone`.',
  })
  @ApiFile({
    mediaType: XLSX_MEDIA_TYPE,
    description: 'The workbook',
    disposition: 'attachment; filename="credit-usage-summary_2026-03-02_2026-03-15_P1D.xlsx"',
  })
  @ApiProblems(...SUMMARY_PROBLEMS)
  async getSummaryXlsx(@Query() query: TotalsQueryDto, @Res() response: Response): Promise<void> {
    await sendRepresentation(response, await this.summary.getXlsx(query));
  }
}
