import { Injectable } from '@nestjs/common';
import type { TextPieces } from '../http/answers/text-pieces.js';
import { TimeSlice } from '../time/time-slice.js';
import { Calendar } from '../time/windows.js';
import { BillingService } from '../billing/billing.service.js';
import { intervalOf, filterRows } from '../billing/query/selection.js';
import { byTime } from '../billing/query/sorting.js';
import { Tally } from '../billing/tally.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import { areTooMany, boundsOf, MAX_WINDOWS } from '../billing/query/window-bounds.js';
import { inWindows } from '../billing/query/by-window.js';
import { summaryFile } from './summary-file.js';
import type { SummaryFormat } from './summary-formats.js';
import type { SummaryQueryDto } from './summary-query.dto.js';
import { summaryRows, totalsOf } from './summary-rows.js';
import type { SummaryAnswer } from './summary.dto.js';

@Injectable()
export class SummaryService {
  constructor(private readonly billing: BillingService) {}

  /**
   * The totals of the current period, window by window. Throws an UpstreamError, or an InvalidInputError where the
   * query makes too many windows itself; where a stray message does, the answer has the windows with messages.
   */
  async ofCurrentPeriod(query: SummaryQueryDto, format: SummaryFormat): Promise<SummaryAnswer | TextPieces> {
    const summary = await this.summarise(query);
    return format === 'csv' ? summaryFile(summary, query.group_by) : summary;
  }

  private async summarise(query: SummaryQueryDto): Promise<SummaryAnswer> {
    const { granularity, time_zone, group_by } = query;
    const calendar = new Calendar(granularity, time_zone);
    const timeSlice = new TimeSlice();
    const { from, to } = intervalOf(query);
    if (from && to && (await areTooMany({ from, to }, calendar, timeSlice))) throw tooManyWindows();

    const { bill } = await this.billing.currentBill();
    const rows = await byTime(bill, await filterRows(bill, query, timeSlice), timeSlice);
    const bounds = boundsOf(bill, rows, { from, to }, calendar);
    const windows = bounds && (await areTooMany(bounds, calendar, timeSlice)) ? 'occupied' : 'all';
    const tally = new Tally(bill);
    await tally.add(rows, timeSlice);
    const filled = bounds ? inWindows(bill, rows, bounds, windows, calendar) : [];
    const [start, end] = [bounds?.from ?? from, bounds?.to ?? to];
    return {
      from: start ? calendar.formatTimestamp(start) : null,
      to: end ? calendar.formatTimestamp(end) : null,
      time_zone,
      granularity,
      totals: totalsOf(bill, tally.take()),
      windows,
      data: summaryRows(bill, filled, group_by, calendar, timeSlice),
    };
  }
}

const tooManyWindows = (): InvalidInputError =>
  new InvalidInputError([{ field: 'granularity', reason: `makes more than ${MAX_WINDOWS} windows of this interval` }]);
