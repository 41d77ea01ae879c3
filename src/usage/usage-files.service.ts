import { Injectable } from '@nestjs/common';
import { digestRowCards } from '../billing/row-cards.js';
import { CSV_BOM } from '../http/answers/csv.js';
import type { Representation } from '../http/answers/representation.js';
import { toPlainDecimal } from '../pricing/index.js';
import { loadWorkbookWriter, XLSX_MEDIA_TYPE } from '../spreadsheet/workbook.js';
import { type AddedColumns, toAddedColumns } from './added-columns.js';
import { csvEntries, ndjsonEntries } from './entries.js';
import { writeTexts } from './usage-file.js';
import { toUsageFileName } from './usage-file-name.js';
import type { UsageFileQueryDto } from './usage-file-query.dto.js';
import type { UsagePageQueryDto } from './usage-query.dto.js';
import { type SelectedPage, UsageService } from './usage.service.js';
import { toUsageSheets } from './workbook/usage-sheets.js';

/** The bill as files with addresses of their own: named by what is in them, with columns to choose. */
@Injectable()
export class UsageFilesService {
  constructor(private readonly usage: UsageService) {}

  /** The entries as CSV for spreadsheets, with a byte order mark. Throws what {@link UsageService} throws. */
  async getCsv(query: UsageFileQueryDto): Promise<Representation> {
    const selected = await this.select(query, 'usage.csv');
    return this.toFile(selected, query, 'text/csv; charset=utf-8', 'csv', function* (added) {
      yield CSV_BOM;
      yield* csvEntries(selected.billed.bill, selected.page.rows, added);
    });
  }

  /** The entries as NDJSON. Throws what {@link UsageService} throws. */
  async getNdjson(query: UsageFileQueryDto): Promise<Representation> {
    const selected = await this.select(query, 'usage.ndjson');
    return this.toFile(selected, query, 'application/x-ndjson', 'ndjson', (added) =>
      ndjsonEntries(selected.billed.bill, selected.page.rows, added),
    );
  }

  /**
   * The entries, reports and days as an XLSX workbook. Throws what {@link UsageService} throws, and a
   * TooManyRowsError.
   */
  async getXlsx(query: UsagePageQueryDto): Promise<Representation> {
    const selected = await this.usage.select(query, 'usage.xlsx', async ({ bill, period, rowCards }, timeSlice) =>
      JSON.stringify([
        await digestRowCards(rowCards, bill.messages.length, timeSlice),
        period && [period.status, toPlainDecimal(period.adjustments)],
      ]),
    );
    const { billed, page, timeSlice, validity } = selected;
    const [sheets, writeWorkbook] = await Promise.all([toUsageSheets(selected, query), loadWorkbookWriter()]);
    return {
      contentType: XLSX_MEDIA_TYPE,
      filename: `${await toUsageFileName(billed.bill, page.rows, query, timeSlice)}.xlsx`,
      body: () => writeWorkbook(sheets),
      isCompressed: true,
      ...validity,
    };
  }

  private select(query: UsageFileQueryDto, form: string): Promise<SelectedPage> {
    return this.usage.select(query, form, ({ bill, rowCards }, timeSlice) =>
      query.columns?.includes('rate_card') ? digestRowCards(rowCards, bill.messages.length, timeSlice) : '',
    );
  }

  private async toFile(
    { billed, page: { rows }, timeSlice, validity }: SelectedPage,
    query: UsageFileQueryDto,
    contentType: string,
    extension: string,
    write: (added: AddedColumns) => Iterable<string>,
  ): Promise<Representation> {
    const added = toAddedColumns(query.columns ?? [], billed, query.time_zone);
    return {
      contentType,
      filename: `${await toUsageFileName(billed.bill, rows, query, timeSlice)}.${extension}`,
      ...(await writeTexts(write(added), rows.length, timeSlice)),
      ...validity,
    };
  }
}
