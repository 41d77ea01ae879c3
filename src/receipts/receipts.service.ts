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
import { formatReceiptsAsCsv } from './receipt-file.js';
import type { ReceiptFormat } from './receipt-formats.js';
import { formatReceipts } from './receipt-text.js';
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
   * The receipt of the message with this id, or of all of them if upstream repeats the id. By the
   * billing rate card, or by the one asked for. `withText` only for a caller that passes
   * {@link givesTextTo}. Throws an UnknownMessageError, an UnknownRateCardError or an
   * UpstreamError.
   */
  async getReceipt(
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
      return new TextPieces(formatReceipts(receipts, isBilled));
    }
    if (format === 'csv') return new TextPieces(formatReceiptsAsCsv(receipts), `receipt-${id}.csv`);
    return another ? { receipts } : receipt;
  }

  /**
   * Whether receipts for this caller include the texts of messages. Such receipts are confidential:
   * no cache may keep them.
   */
  givesTextTo(caller: Caller | undefined): boolean {
    return this.settings.receiptText && isGranted('text:read', caller, this.settings.apiKeys);
  }
}

const toReceipt = (billed: BilledMessage, rateCard: IdentifiedRateCard, withText: boolean): ReceiptDto => {
  const { id, timestamp, text } = billed.message;
  return { message_id: id, timestamp, ...explainPrice(billed, rateCard), ...(withText && { text }) };
};
