import { Injectable } from '@nestjs/common';
import { toRateCardReference } from '../rate-cards/rate-card-reference.dto.js';
import type { IdentifiedRateCard } from '../rate-cards/identified-rate-card.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { TimeSlice } from '../time/time-slice.js';
import { Calendar } from '../time/windows.js';
import { toAmount } from '../billing/amount.js';
import { BillOfPeriodService } from '../billing/bill-of-period.service.js';
import { createTextPricer } from '../pricing/index.js';
import { CandidatePrices } from './candidate-prices.js';
import { compareShares, findChanges } from './compared-bills.js';
import { compareReports } from './compared-reports.js';
import { ComparedTally } from './compared-shares.js';
import { compareDays } from './compared-days.js';
import type { ComparisonQueryDto } from './comparison-query.dto.js';
import type { ComparisonDto } from './comparison.dto.js';

/** Prices a period by the rate card that it was billed by and by another one. Keeps nothing. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly bills: BillOfPeriodService,
    private readonly rateCards: RateCardsService,
  ) {}

  /**
   * Compares with a rate card of the service. Throws an UnknownRateCardError, or what
   * {@link BillOfPeriodService} throws.
   */
  withKnownCard(id: string, query: ComparisonQueryDto): Promise<ComparisonDto> {
    return this.compareWith(this.rateCards.get(id), query);
  }

  /**
   * Compares with a rate card of the caller. Throws an InvalidInputError, or what
   * {@link BillOfPeriodService} throws.
   */
  withCard(data: unknown, query: ComparisonQueryDto): Promise<ComparisonDto> {
    return this.compareWith(this.rateCards.parse(data), query);
  }

  private async compareWith(card: IdentifiedRateCard, query: ComparisonQueryDto): Promise<ComparisonDto> {
    const pricer = createTextPricer(card.card);
    const billed = await this.bills.billWithTexts(query.period, () => new CandidatePrices(pricer));
    const { bill: baseline, collector: prices, rateCards: billedBy } = billed;
    const bills = { baseline, candidate: baseline.pricedBy(prices) };
    const timeSlice = new TimeSlice();
    const { messages, increases, decreases, top } = await findChanges(bills, timeSlice);
    const shares = await new ComparedTally(bills).sharesOf(baseline.messages.rows(), timeSlice);
    return {
      baseline: billedBy.at(-1) ?? toRateCardReference(this.rateCards.inForceNow()),
      billed_by: billedBy,
      candidate: toRateCardReference(card),
      totals: { ...compareShares(bills, shares), increases: toAmount(increases), decreases: toAmount(decreases) },
      messages,
      ...(await compareDays(bills, new Calendar('P1D', query.time_zone), timeSlice)),
      by_report: await compareReports(bills, shares, timeSlice),
      top_changes: top,
    };
  }
}
