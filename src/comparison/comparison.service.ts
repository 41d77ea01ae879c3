import { Injectable } from '@nestjs/common';
import { toRateCardReference } from '../rate-cards/rate-card-reference.dto.js';
import { type IdentifiedRateCard, RateCardsService } from '../rate-cards/rate-cards.service.js';
import { TimeSlice } from '../time/time-slice.js';
import { Calendar } from '../time/windows.js';
import { BillingService } from '../billing/billing.service.js';
import { createTextPricer } from '../pricing/index.js';
import { CandidatePrices } from './candidate-prices.js';
import { changesOf, ComparedTotals } from './compared-bills.js';
import { comparedDays } from './compared-days.js';
import type { ComparisonDto } from './comparison.dto.js';

/** Prices the current period by the card that bills and by another one. Nothing of it is kept. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly billing: BillingService,
    private readonly rateCards: RateCardsService,
  ) {}

  /** Throws an UnknownRateCardError or an UpstreamError. */
  withKnownCard(id: string, timeZone: string): Promise<ComparisonDto> {
    return this.with(this.rateCards.get(id), timeZone);
  }

  /** With a card that the caller brings along. Throws an InvalidInputError or an UpstreamError. */
  withCard(data: unknown, timeZone: string): Promise<ComparisonDto> {
    return this.with(this.rateCards.parse(data), timeZone);
  }

  private async with(card: IdentifiedRateCard, timeZone: string): Promise<ComparisonDto> {
    const pricer = createTextPricer(card.card);
    const { bill: baseline, collector: prices } = await this.billing.currentBillWithTexts(
      () => new CandidatePrices(pricer),
    );
    const bills = { baseline, candidate: baseline.pricedBy(prices) };
    const timeSlice = new TimeSlice();
    const { messages, top } = await changesOf(bills, timeSlice);
    return {
      baseline: toRateCardReference(this.rateCards.billing),
      candidate: toRateCardReference(card),
      totals: await new ComparedTotals(bills).of(baseline.messages.rows(), timeSlice),
      messages,
      ...(await comparedDays(bills, new Calendar('P1D', timeZone), timeSlice)),
      top_changes: top,
    };
  }
}
