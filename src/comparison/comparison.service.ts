import { Injectable } from '@nestjs/common';
import { toRateCardReference } from '../rate-cards/rate-card-reference.dto.js';
import { type IdentifiedRateCard, RateCardsService } from '../rate-cards/rate-cards.service.js';
import { TimeSlice } from '../time/time-slice.js';
import { Calendar } from '../time/windows.js';
import { BillingService } from '../billing/billing.service.js';
import { createTextPricer } from '../pricing/index.js';
import { CandidatePrices } from './candidate-prices.js';
import { findChanges, ComparedTotals } from './compared-bills.js';
import { compareDays } from './compared-days.js';
import type { ComparisonDto } from './comparison.dto.js';

/** Prices the current period by the billing rate card and by another one. Keeps nothing. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly billing: BillingService,
    private readonly rateCards: RateCardsService,
  ) {}

  /**
   * Compares with a rate card of the service. Throws an UnknownRateCardError or an UpstreamError.
   */
  withKnownCard(id: string, timeZone: string): Promise<ComparisonDto> {
    return this.compareWith(this.rateCards.get(id), timeZone);
  }

  /** Compares with a rate card of the caller. Throws an InvalidInputError or an UpstreamError. */
  withCard(data: unknown, timeZone: string): Promise<ComparisonDto> {
    return this.compareWith(this.rateCards.parse(data), timeZone);
  }

  private async compareWith(card: IdentifiedRateCard, timeZone: string): Promise<ComparisonDto> {
    const pricer = createTextPricer(card.card);
    const { bill: baseline, collector: prices } = await this.billing.currentBillWithTexts(
      () => new CandidatePrices(pricer),
    );
    const bills = { baseline, candidate: baseline.pricedBy(prices) };
    const timeSlice = new TimeSlice();
    const { messages, top } = await findChanges(bills, timeSlice);
    return {
      baseline: toRateCardReference(this.rateCards.billing),
      candidate: toRateCardReference(card),
      totals: await new ComparedTotals(bills).sum(baseline.messages.rows(), timeSlice),
      messages,
      ...(await compareDays(bills, new Calendar('P1D', timeZone), timeSlice)),
      top_changes: top,
    };
  }
}
