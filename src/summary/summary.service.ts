import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Representation } from '../http/answers/representation.js';
import type { TextPieces } from '../http/answers/text-pieces.js';
import { loadWorkbookWriter, XLSX_MEDIA_TYPE } from '../spreadsheet/workbook.js';
import { TimeSlice } from '../time/time-slice.js';
import { Calendar } from '../time/windows.js';
import { toAmount } from '../billing/amount.js';
import { BillOfPeriodService } from '../billing/bill-of-period.service.js';
import { toFileName } from '../billing/query/file-name.js';
import { toInterval, filterRows } from '../billing/query/selection.js';
import { sortByTime } from '../billing/query/sorting.js';
import { Tally } from '../billing/tally.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import { hasTooManyWindows, findBounds, MAX_WINDOWS } from '../billing/query/window-bounds.js';
import { toFilledWindows } from '../billing/query/by-window.js';
import { toNamedSummaryFile, toSummaryFile } from './summary-file.js';
import { toSummarySheet } from './summary-sheet.js';
import type { Summary } from './summary.js';
import type { SummaryFormat } from './summary-formats.js';
import type { SummaryQueryDto, TotalsQueryDto } from './summary-query.dto.js';
import { toSummaryRows, toTotals } from './summary-rows.js';
import type { SummaryAnswer } from './summary.dto.js';

@Injectable()
export class SummaryService {
  constructor(private readonly bills: BillOfPeriodService) {}

  /**
   * The totals of the period that the query names, window by window. Throws what
   * {@link BillOfPeriodService} throws, or an InvalidInputError if `from` and `to` of the query make too many windows. If stray messages do,
   * the answer has only the windows with a message.
   */
  async getSummary(query: SummaryQueryDto, format: SummaryFormat): Promise<SummaryAnswer | TextPieces> {
    const { answer } = await this.summarise(query);
    return format === 'csv' ? toSummaryFile(answer, query.group_by) : answer;
  }

  /** The totals as CSV for spreadsheets. Throws what `getSummary` throws. */
  async getCsv(query: TotalsQueryDto): Promise<TextPieces> {
    const summary = await this.summarise(query);
    return toNamedSummaryFile(summary.answer, query.group_by, `${await this.fileNameOf(summary, query)}.csv`);
  }

  /** The totals as an XLSX workbook. Throws what `getSummary` throws, and a TooManyRowsError. */
  async getXlsx(query: TotalsQueryDto): Promise<Representation> {
    const summary = await this.summarise(query);
    const writeWorkbook = await loadWorkbookWriter();
    const workbook = await buffer(writeWorkbook([toSummarySheet(summary, query)]));
    return {
      contentType: XLSX_MEDIA_TYPE,
      filename: `${await this.fileNameOf(summary, query)}.xlsx`,
      etag: `"${createHash('sha256').update(workbook).digest('base64url')}"`,
      body: () => workbook,
      isCompressed: true,
    };
  }

  private fileNameOf({ bill, rows, timeSlice }: Summary, query: TotalsQueryDto): Promise<string> {
    const by = query.group_by.map((grouping) => `by-${grouping}`);
    return toFileName('credit-usage-summary', bill, rows, query, timeSlice, [query.granularity, ...by]);
  }

  private async summarise(query: TotalsQueryDto): Promise<Summary> {
    const { granularity, time_zone, group_by } = query;
    const calendar = new Calendar(granularity, time_zone);
    const timeSlice = new TimeSlice();
    const { from, to } = toInterval(query);
    if (from && to && (await hasTooManyWindows({ from, to }, calendar, timeSlice))) throw tooManyWindows();

    const { bill, period } = await this.bills.bill(query.period);
    const rows = await sortByTime(bill, await filterRows(bill, query, timeSlice), timeSlice);
    const bounds = findBounds(bill, rows, { from, to }, calendar);
    const windows = bounds && (await hasTooManyWindows(bounds, calendar, timeSlice)) ? 'occupied' : 'all';
    const tally = new Tally(bill);
    await tally.addRows(rows, timeSlice);
    const filled = bounds ? toFilledWindows(bill, rows, bounds, windows, calendar) : [];
    const [start, end] = [bounds?.from ?? from, bounds?.to ?? to];
    const answer: SummaryAnswer = {
      from: start ? calendar.formatTimestamp(start) : null,
      to: end ? calendar.formatTimestamp(end) : null,
      time_zone,
      granularity,
      totals: toTotals(bill, tally.takeShares()),
      ...(period && { adjustments: toAmount(period.adjustments) }),
      windows,
      data: toSummaryRows(bill, filled, group_by, calendar, timeSlice),
    };
    return { answer, bill, period, rows, timeSlice };
  }
}

const tooManyWindows = (): InvalidInputError =>
  new InvalidInputError([{ field: 'granularity', reason: `makes more than ${MAX_WINDOWS} windows of this interval` }]);
