import { Inject, Injectable } from '@nestjs/common';
import { isGranted } from '../auth/access.js';
import type { Caller } from '../auth/caller.js';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { TextPieces } from '../http/answers/text-pieces.js';
import { type RateCardReferenceDto, toRateCardReference } from '../rate-cards/rate-card-reference.dto.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import { mapInTimeSlices } from '../time/map-in-time-slices.js';
import { toAdjustmentDto } from '../billing/adjustment.dto.js';
import type { BilledMessage } from '../billing/billed-message.js';
import { BillingService } from '../billing/billing.service.js';
import { CreditCalculatorService } from '../billing/credit-calculator.service.js';
import { explainPrice } from '../billing/explanation/explain-price.js';
import { BookedAdjustments, CurrentAdjustmentsService } from './current-adjustments.service.js';
import { MessagesWithId } from './messages-with-id.js';
import { PastReceiptsService } from './past-receipts.service.js';
import { formatReceiptsAsCsv } from './receipt-file.js';
import type { ReceiptFormat } from './receipt-formats.js';
import { formatReceipts } from './receipt-text.js';
import type { ReceiptQueryDto, ReceiptTextQueryDto } from './receipt-query.dto.js';
import type { ReceiptDto, ReceiptsDto } from './receipt.dto.js';
import type { Receipts } from './receipts.js';
import { UnknownMessageError } from '../billing/unknown-message.error.js';

@Injectable()
export class ReceiptsService {
  constructor(
    private readonly billing: BillingService,
    private readonly calculator: CreditCalculatorService,
    private readonly rateCards: RateCardsService,
    private readonly past: PastReceiptsService,
    private readonly adjustments: CurrentAdjustmentsService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  /**
   * The receipt of the message with this id, or of all of them if upstream repeats the id. By the
   * rate card that charged it, or by the one asked for. `withText` only for a caller that passes
   * {@link givesTextTo}. Throws an UnknownMessageError, an UnknownRateCardError, an UpstreamError,
   * or what {@link PastReceiptsService} throws.
   */
  async getReceipt(
    id: number,
    query: ReceiptQueryDto,
    format: ReceiptFormat,
    withText: boolean,
  ): Promise<ReceiptDto | ReceiptsDto | TextPieces> {
    const { receipts, isBilled } = await this.receiptsOf(id, query, withText);
    if (format === 'text') return new TextPieces(formatReceipts(receipts, isBilled));
    if (format === 'csv') return new TextPieces(formatReceiptsAsCsv(receipts), `receipt-${id}.csv`);
    const [receipt, another] = receipts;
    return receipt && !another ? receipt : { receipts };
  }

  /** The receipt as sentences, under a name of its own. Throws what `getReceipt` throws. */
  async getText(id: number, query: ReceiptTextQueryDto, withText: boolean): Promise<TextPieces> {
    const { receipts, isBilled } = await this.receiptsOf(id, query, withText);
    return new TextPieces(formatReceipts(receipts, isBilled), `receipt-${id}.txt`, 'inline');
  }

  private receiptsOf(id: number, query: ReceiptTextQueryDto, withText: boolean): Promise<Receipts> {
    return query.period === undefined
      ? this.currentReceiptsOf(id, query, withText)
      : this.past.receiptsOf(query.period, id, query, withText);
  }

  private async currentReceiptsOf(id: number, query: ReceiptTextQueryDto, withText: boolean): Promise<Receipts> {
    const asked = query.rate_card === undefined ? undefined : this.rateCards.get(query.rate_card);
    const { bill, collector } = await this.billing.currentBillWithTexts(() => new MessagesWithId(id));
    if (collector.messages.length === 0) throw new UnknownMessageError(id);
    const options = { withSpans: query.spans === 'true' };
    const isBilled = collector.messages.every(
      ({ timestamp }) => asked === undefined || asked === this.rateCards.cardFor(timestamp),
    );
    const booked = isBilled ? await this.adjustments.ofMessages(id) : NONE_BOOKED;
    const receipts = await mapInTimeSlices(collector.messages, async (message): Promise<ReceiptDto> => {
      const rateCard = asked ?? this.rateCards.cardFor(message.timestamp);
      const billed = await this.calculator.bill(message, bill.reports, rateCard.card, options);
      return { ...toReceipt(billed, toRateCardReference(rateCard), withText), ...adjustmentsOf(billed, booked) };
    });
    return { receipts, isBilled };
  }

  /**
   * Whether receipts for this caller include the texts of messages. Such receipts are confidential:
   * no cache may keep them.
   */
  givesTextTo(caller: Caller | undefined): boolean {
    return this.settings.receiptText && isGranted('text:read', caller, this.settings.apiKeys);
  }
}

const NONE_BOOKED = new BookedAdjustments([]);

/** `booked`: undefined if it is not known what was booked. */
const adjustmentsOf = (
  { message }: BilledMessage,
  booked: BookedAdjustments | undefined,
): Pick<ReceiptDto, 'adjustments' | 'adjustments_unknown'> => {
  if (!booked) return { adjustments_unknown: true };
  const adjustments = booked.take(message.timestamp);
  return adjustments.length > 0 ? { adjustments: adjustments.map(toAdjustmentDto) } : {};
};

const toReceipt = (billed: BilledMessage, rateCard: RateCardReferenceDto, withText: boolean): ReceiptDto => {
  const { id, timestamp, text } = billed.message;
  return { message_id: id, timestamp, ...explainPrice(billed, rateCard), ...(withText && { text }) };
};
