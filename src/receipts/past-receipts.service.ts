import { Injectable } from '@nestjs/common';
import { toAdjustmentDto } from '../billing/adjustment.dto.js';
import { basisOf } from '../billing/billed-message.js';
import { CreditCalculatorService } from '../billing/credit-calculator.service.js';
import { type ExplainedMessage, explainPrice } from '../billing/explanation/explain-price.js';
import type { PriceExplanationDto } from '../billing/explanation/price-explanation.dto.js';
import { TextsNotKeptError } from '../billing/ledger.errors.js';
import { type PastMessage, PastPeriods } from '../billing/past-periods.js';
import { toRateCardReference } from '../rate-cards/rate-card-reference.dto.js';
import type { IdentifiedRateCard } from '../rate-cards/identified-rate-card.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { mapInTimeSlices } from '../time/map-in-time-slices.js';
import type { ReceiptTextQueryDto } from './receipt-query.dto.js';
import type { ReceiptDto } from './receipt.dto.js';
import type { Receipts } from './receipts.js';
import { UnknownMessageError } from '../billing/unknown-message.error.js';

/** The receipts of messages of past periods. */
@Injectable()
export class PastReceiptsService {
  constructor(
    private readonly periods: PastPeriods,
    private readonly calculator: CreditCalculatorService,
    private readonly rateCards: RateCardsService,
  ) {}

  /**
   * The receipts of the messages of `period` with this id: as they were charged, or by the rate card
   * asked for. Throws what {@link PastPeriods} throws, an UnknownMessageError, an
   * UnknownRateCardError, or a TextsNotKeptError if another card would have to price a text that is
   * not kept.
   */
  async receiptsOf(period: string, id: number, query: ReceiptTextQueryDto, withText: boolean): Promise<Receipts> {
    const messages = await this.periods.messagesWithId(period, id);
    if (messages.length === 0) throw new UnknownMessageError(id, period);
    const explain = (message: PastMessage): Promise<PriceExplanationDto> | PriceExplanationDto => {
      const other = this.otherCard(message, query.rate_card);
      return other ? this.priceBy(other, message, period, query.spans === 'true') : explainAsCharged(message);
    };
    const receipts = await mapInTimeSlices(messages, async (message): Promise<ReceiptDto> => {
      const { timestamp, text, adjustments } = message;
      const isCharged = !this.otherCard(message, query.rate_card);
      return {
        message_id: id,
        timestamp,
        ...(await explain(message)),
        ...(withText && text !== undefined && { text }),
        ...(isCharged && adjustments.length > 0 && { adjustments: adjustments.map(toAdjustmentDto) }),
      };
    });
    return { receipts, isBilled: messages.every((message) => !this.otherCard(message, query.rate_card)) };
  }

  /** The rate card asked for, unless it is the one that priced the message. */
  private otherCard({ rateCard }: PastMessage, asked: string | undefined): IdentifiedRateCard | undefined {
    if (asked === undefined || asked === rateCard.sha256) return undefined;
    const card = this.rateCards.get(asked);
    return card.sha256 === rateCard.sha256 ? undefined : card;
  }

  private async priceBy(
    card: IdentifiedRateCard,
    { text, reportId, report }: PastMessage,
    period: string,
    withSpans: boolean,
  ): Promise<PriceExplanationDto> {
    if (text === undefined && !report) throw new TextsNotKeptError(period);
    const reports = new Map(report && [[report.id, report]]);
    const billed = await this.calculator.bill({ text: text ?? '', reportId }, reports, card.card, { withSpans });
    return explainPrice(billed, toRateCardReference(card));
  }
}

const explainAsCharged = ({ reportId, report, lines, total, rateCard }: PastMessage): PriceExplanationDto => {
  const charged: ExplainedMessage = {
    basis: basisOf(reportId, report),
    message: { reportId },
    report,
    price: { lines, total },
  };
  return explainPrice(charged, rateCard);
};
