import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { RequiresScope } from '../auth/requires-scope.decorator.js';
import { Offers } from '../http/answers/offers.decorator.js';
import { sendRepresentation } from '../http/answers/representation.js';
import { ApiProblems } from '../http/problems/api-problems.decorator.js';
import { ApiFile } from '../openapi/api-file.decorator.js';
import { XLSX_MEDIA_TYPE } from '../spreadsheet/workbook.js';
import { UsageFileQueryDto } from './usage-file-query.dto.js';
import { UsagePageQueryDto } from './usage-query.dto.js';
import { UsageFilesService } from './usage-files.service.js';
import { USAGE_PROBLEMS } from './usage-problems.js';

@ApiTags('Usage')
@RequiresScope('usage:read')
@Controller({ version: '1' })
export class UsageFilesController {
  constructor(private readonly files: UsageFilesService) {}

  @Get('usage.csv')
  @Offers({ csv: 'text/csv' })
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Credits used, message by message, as a CSV file for spreadsheets',
    description:
      'The entries of `/v1/usage` with the same parameters, one a line, and the columns that `columns` adds. The file ' +
      'begins with a byte order mark, by which Excel knows UTF-8. `/v1/usage?format=csv` has none.',
  })
  @ApiFile({
    mediaType: 'text/csv',
    description: 'The bill, with one entry a line',
    disposition: 'attachment; filename="credit-usage_2026-03-02_2026-03-15.csv"',
    headers: ['Age'],
    example:
      '\uFEFFmessage_id,timestamp,report_name,credits_used\r\n2000,2026-03-02T08:14:09.412Z,Lease Abstract,45\r\n',
  })
  @ApiProblems(...USAGE_PROBLEMS)
  async getUsageCsv(@Query() query: UsageFileQueryDto, @Res() response: Response): Promise<void> {
    await sendRepresentation(response, await this.files.getCsv(query));
  }

  @Get('usage.ndjson')
  @Offers({ ndjson: 'application/x-ndjson' })
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Credits used, message by message, as a file of one JSON object a line',
    description: 'The entries of `/v1/usage` with the same parameters, and the members that `columns` adds.',
  })
  @ApiFile({
    mediaType: 'application/x-ndjson',
    description: 'The bill, with one entry a line',
    disposition: 'attachment; filename="credit-usage_2026-03-02_2026-03-15.ndjson"',
    headers: ['Age'],
    example:
      '{"message_id":2000,"timestamp":"2026-03-02T08:14:09.412Z","report_name":"Lease Abstract","credits_used":45}\n',
  })
  @ApiProblems(...USAGE_PROBLEMS)
  async getUsageNdjson(@Query() query: UsageFileQueryDto, @Res() response: Response): Promise<void> {
    await sendRepresentation(response, await this.files.getNdjson(query));
  }

  @Get('usage.xlsx')
  @Offers({ xlsx: XLSX_MEDIA_TYPE })
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'Credits used, by day, report and message, as an XLSX workbook',
    description:
      'The entries of `/v1/usage` with the same parameters, in three sheets: a summary by day and basis, with the period ' +
      'and its digest and a formula that adds up the messages; the reports; the messages. Times are those of `time_zone`. ' +
      'Amounts are numbers with every digit; those of more than 15 digits are texts, and the sheets say so. More than ' +
      '1,048,575 messages are refused.',
  })
  @ApiFile({
    mediaType: XLSX_MEDIA_TYPE,
    description: 'The workbook',
    disposition: 'attachment; filename="credit-usage_2026-03-02_2026-03-15.xlsx"',
    headers: ['Age'],
  })
  @ApiProblems(...USAGE_PROBLEMS)
  async getUsageXlsx(@Query() query: UsagePageQueryDto, @Res() response: Response): Promise<void> {
    await sendRepresentation(response, await this.files.getXlsx(query));
  }
}
