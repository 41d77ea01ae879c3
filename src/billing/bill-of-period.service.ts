import { Injectable } from '@nestjs/common';
import { addRequestFields } from '../observability/request-context.js';
import type { MessageCollector } from '../period/message.js';
import { type RateCardReferenceDto, toRateCardReference } from '../rate-cards/rate-card-reference.dto.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { BillingService, type BillWithTexts, type CurrentBill } from './billing.service.js';
import { findBillingCards } from './billing-cards.js';
import type { LedgerPeriod } from './ledger-period.js';
import { PastPeriods } from './past-periods.js';
import { type RowCards, toScheduledCards } from './row-cards.js';
import { NO_UPSTREAM_CALLS } from './upstream-fields.js';

/** A bill, and the period of the ledger that it is of: undefined for the current bill. */
export interface BillOfPeriod extends CurrentBill {
  readonly period: LedgerPeriod | undefined;
  readonly rowCards: RowCards;
}

/** A bill, a collector that has received its messages with their texts, and the cards that priced them. */
export interface PricedBill<Collector> extends BillWithTexts<Collector> {
  /** Every card that priced a message, the newest last. */
  readonly rateCards: readonly RateCardReferenceDto[];
}

/**
 * The bill that a request with the parameter `period` is about. A period that is undefined is the
 * current one, which comes from upstream and not from the ledger.
 */
@Injectable()
export class BillOfPeriodService {
  constructor(
    private readonly billing: BillingService,
    private readonly pastPeriods: PastPeriods,
    private readonly rateCards: RateCardsService,
  ) {}

  /** Throws an UpstreamError for the current period, and what {@link PastPeriods} throws for another. */
  async bill(id: string | undefined): Promise<BillOfPeriod> {
    if (id === undefined) {
      const { bill, ageMs } = await this.billing.currentBill();
      return { bill, ageMs, period: undefined, rowCards: toScheduledCards(this.rateCards.schedule, bill.messages) };
    }
    const { bill, period, rowCards } = await this.pastPeriods.bill(id);
    addRequestFields({ ...NO_UPSTREAM_CALLS, messages: bill.messages.length });
    return { bill, period, rowCards, ageMs: undefined };
  }

  /**
   * The bill with its texts, for features that price them by another rate card. Throws what `bill`
   * throws, a TextsNotKeptError, or what the collector throws.
   */
  async billWithTexts<Collector extends MessageCollector>(
    id: string | undefined,
    newCollector: () => Collector,
  ): Promise<PricedBill<Collector>> {
    if (id === undefined) {
      const current = await this.billing.currentBillWithTexts(newCollector);
      const cards = await findBillingCards(this.rateCards.schedule, current.bill.messages);
      return { ...current, rateCards: cards.map(toRateCardReference) };
    }
    const { bill, collector, rateCards } = await this.pastPeriods.billWithTexts(id, newCollector);
    addRequestFields({ ...NO_UPSTREAM_CALLS, messages: bill.messages.length });
    return { bill, collector, rateCards };
  }
}
