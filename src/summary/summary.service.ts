import { Injectable } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { windowsOf } from '../time/windows.js';
import { toAmount } from '../usage/amount.js';
import type { Bill } from '../usage/bill.js';
import { BillingService } from '../usage/billing.service.js';
import { intervalOf, narrow } from '../usage/selection.js';
import { byTime } from '../usage/sorting.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import { type Bounds, boundsOf } from './bounds.js';
import { groupsOf } from './groups.js';
import { inWindows } from './in-windows.js';
import type { SummaryQueryDto } from './summary-query.dto.js';
import type { SummaryDto, SummaryRowDto, SummaryTotalsDto } from './summary.dto.js';

const MAX_WINDOWS = 10_000;

@Injectable()
export class SummaryService {
  constructor(private readonly billing: BillingService) {}

  /** The totals of the current period, window by window. Throws an UpstreamError or an InvalidInputError. */
  async ofCurrentPeriod(query: SummaryQueryDto): Promise<SummaryDto> {
    const { granularity, time_zone } = query;
    const interval = intervalOf(query);
    const { bill } = await this.billing.currentBill();
    const rows = byTime(bill, narrow(bill, query));
    const bounds = boundsOf(bill, rows, interval, granularity, time_zone);
    return {
      from: local(bounds?.from ?? interval.from, time_zone),
      to: local(bounds?.to ?? interval.to, time_zone),
      time_zone,
      granularity,
      totals: totalsOf(bill, rows),
      data: bounds ? rowsOf(bill, rows, bounds, query) : [],
    };
  }
}

const rowsOf = (bill: Bill, rows: Uint32Array, bounds: Bounds, query: SummaryQueryDto): SummaryRowDto[] => {
  const windows = windowsOf(bounds, query.granularity, query.time_zone, MAX_WINDOWS);
  if (windows.length > MAX_WINDOWS) throw tooManyWindows();
  return inWindows(bill, rows, windows).flatMap(({ window, rows: inWindow }) =>
    groupsOf(bill, inWindow, query.group_by).map((group) => ({
      from: rfc3339(window.from),
      to: rfc3339(window.to),
      ...group.labels,
      ...totalsOf(bill, group.rows),
    })),
  );
};

const tooManyWindows = (): InvalidInputError =>
  new InvalidInputError([{ field: 'granularity', reason: `makes more than ${MAX_WINDOWS} windows of this interval` }]);

const totalsOf = (bill: Bill, rows: Uint32Array): SummaryTotalsDto => ({
  credits_used: toAmount(bill.total(rows)),
  messages: rows.length,
});

const local = (instant: Temporal.Instant | undefined, timeZone: string): string | null =>
  instant ? rfc3339(instant.toZonedDateTimeISO(timeZone)) : null;

/** With the offset that the zone has then. */
const rfc3339 = (moment: Temporal.ZonedDateTime): string => moment.toString({ timeZoneName: 'never' });
