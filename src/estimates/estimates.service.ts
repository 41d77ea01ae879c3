import { Injectable } from '@nestjs/common';
import { sum } from '../pricing/index.js';
import type { IdentifiedRateCard } from '../rate-cards/identified-rate-card.js';
import { toRateCardReference } from '../rate-cards/rate-card-reference.dto.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import type { ChargeLookUps } from '../http/edge/request-limiter.js';
import { explainPrice } from '../billing/explanation/explain-price.js';
import { mapInTimeSlices } from '../time/map-in-time-slices.js';
import { InvalidInputError } from '../validation/invalid-input.error.js';
import { toAmount } from '../billing/amount.js';
import { BillingService } from '../billing/billing.service.js';
import type { EstimateRequestDto, EstimatesDto } from './estimates.dto.js';

const AT_WITH_CARD = { field: 'at', reason: 'selects a rate card, and so does rate_card: give one of them' };

@Injectable()
export class EstimatesService {
  constructor(
    private readonly billing: BillingService,
    private readonly rateCards: RateCardsService,
  ) {}

  /**
   * What these messages would cost. Gives up when `callerLeft` aborts. Charges the caller for
   * report look-ups before it asks upstream. Throws an InvalidInputError, an UnknownRateCardError or
   * a RateLimitedError, and an UpstreamError or a TooManyLookUpsError if a report could not be read.
   */
  async estimate(
    request: EstimateRequestDto,
    chargeLookUps: ChargeLookUps,
    callerLeft?: AbortSignal,
  ): Promise<EstimatesDto> {
    const rateCard = this.findCard(request);
    const texts = request.messages.map(({ text, report_id: reportId }) => ({
      text,
      ...(typeof reportId === 'number' && { reportId }),
    }));
    const reports = new Set(texts.flatMap(({ reportId }) => reportId ?? []));
    chargeLookUps(reports.size);
    const billed = await this.billing.estimate(texts, rateCard.card, callerLeft);
    const reference = toRateCardReference(rateCard);
    return {
      credits_used: toAmount(sum(billed.map(({ price }) => price.total))),
      estimates: await mapInTimeSlices(billed, (message) => explainPrice(message, reference)),
    };
  }

  private findCard({ rate_card: id, at }: EstimateRequestDto): IdentifiedRateCard {
    if (typeof id === 'string' && typeof at === 'string') throw new InvalidInputError([AT_WITH_CARD]);
    if (typeof id === 'string') return this.rateCards.get(id);
    return typeof at === 'string' ? this.rateCards.cardFor(at) : this.rateCards.inForceNow();
  }
}
