import { Inject, Injectable } from '@nestjs/common';
import { isGranted } from '../auth/access.js';
import type { Caller } from '../auth/caller.js';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { TextPieces } from '../http/answers/text-pieces.js';
import { type IdentifiedRateCard, RateCardsService } from '../rate-cards/rate-cards.service.js';
import { mapInTimeSlices } from '../time/map-in-time-slices.js';
import type { BilledMessage } from '../billing/billed-message.js';
import { BillingService } from '../billing/billing.service.js';
import { CreditCalculatorService } from '../billing/credit-calculator.service.js';
import { explainPrice } from '../billing/explanation/explain-price.js';
import { MessagesWithId } from './messages-with-id.js';
import { receiptLines } from './receipt-file.js';
import type { ReceiptFormat } from './receipt-formats.js';
import { receiptTexts } from './receipt-text.js';
import type { ReceiptQueryDto } from './receipt-query.dto.js';
import type { ReceiptDto, ReceiptsDto } from './receipt.dto.js';
import { UnknownMessageError } from './unknown-message.error.js';

@Injectable()
export class ReceiptsService {
  constructor(
    private readonly billing: BillingService,
    private readonly calculator: CreditCalculatorService,
    private readonly rateCards: RateCardsService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  /**
   * The receipt of a message; of every one, where several have its id. By the card that bills, or by the one asked for. `withText`
   * is for who {@link givesTextTo} says. Throws an UnknownMessageError, an UnknownRateCardError or an UpstreamError.
   */
  async ofMessage(
    id: number,
    query: ReceiptQueryDto,
    format: ReceiptFormat,
    withText: boolean,
  ): Promise<ReceiptDto | ReceiptsDto | TextPieces> {
    const rateCard = query.rate_card === undefined ? this.rateCards.billing : this.rateCards.get(query.rate_card);
    const { bill, collector } = await this.billing.currentBillWithTexts(() => new MessagesWithId(id));
    const options = { withSpans: query.spans === 'true' };
    const billed = await mapInTimeSlices(collector.messages, (message) =>
      this.calculator.bill(message, bill.reports, rateCard.card, options),
    );
    const receipts = await mapInTimeSlices(billed, (message) => toReceipt(message, rateCard, withText));
    const [receipt, another] = receipts;
    if (!receipt) throw new UnknownMessageError(id);
    if (format === 'text') {
      const isBilled = rateCard === this.rateCards.billing;
      return new TextPieces(receiptTexts(receipts, isBilled));
    }
    if (format === 'csv') return new TextPieces(receiptLines(receipts), `receipt-${id}.csv`);
    return another ? { receipts } : receipt;
  }

  /** Whether the receipts of this caller have the texts of their messages: confidential, and nothing for a cache of any kind. */
  givesTextTo(caller: Caller | undefined): boolean {
    return this.settings.receiptText && isGranted('text:read', caller, this.settings.apiKeys);
  }
}

const toReceipt = (billed: BilledMessage, rateCard: IdentifiedRateCard, withText: boolean): ReceiptDto => {
  const { id, timestamp, text } = billed.message;
  return { message_id: id, timestamp, ...explainPrice(billed, rateCard), ...(withText && { text }) };
};
