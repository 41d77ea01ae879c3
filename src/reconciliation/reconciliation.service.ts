import { Injectable } from '@nestjs/common';
import { BillingService } from '../billing/billing.service.js';
import { LedgerComparisons } from '../billing/ledger-comparison.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { type ReconciliationDto, toReconciliationDto } from './reconciliation.dto.js';

@Injectable()
export class ReconciliationService {
  constructor(
    private readonly billing: BillingService,
    private readonly comparisons: LedgerComparisons,
    private readonly rateCards: RateCardsService,
  ) {}

  /**
   * Reads upstream and compares its bill with the open period; neither is recorded. Throws an
   * UpstreamError, or what {@link LedgerComparisons} throws.
   */
  async reconcile(): Promise<ReconciliationDto> {
    const { bill, ageMs = 0 } = await this.billing.unannouncedBill();
    return toReconciliationDto(await this.comparisons.compare(bill, this.rateCards.schedule, ageMs));
  }
}
