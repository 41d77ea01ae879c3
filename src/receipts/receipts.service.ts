import { Inject, Injectable } from '@nestjs/common';
import { settingsConfig, type SettingsConfig } from '../config/settings.config.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import type { BilledMessage } from '../usage/billed-message.js';
import { BillingService } from '../usage/billing.service.js';
import { explainPrice } from './explain-price.js';
import { receiptText } from './receipt-text.js';
import type { ReceiptDto, ReceiptsDto } from './receipt.dto.js';
import { UnknownMessageError } from './unknown-message.error.js';

@Injectable()
export class ReceiptsService {
  constructor(
    private readonly billing: BillingService,
    private readonly rateCards: RateCardsService,
    @Inject(settingsConfig.KEY) private readonly settings: SettingsConfig,
  ) {}

  /** The receipt of a message; of every one, where several have its id. Throws an UnknownMessageError or an UpstreamError. */
  async ofMessage(id: number, withSpans: boolean, format: string): Promise<ReceiptDto | ReceiptsDto | string> {
    const period = await this.billing.readPeriod();
    const messages = period.messages.filter((message) => message.id === id);
    const billed = this.billing.bill({ ...period, messages }, this.rateCards.billing.card, { withSpans });
    const [receipt, ...others] = billed.map((message) => this.toReceipt(message));
    if (!receipt) throw new UnknownMessageError(id);
    if (format === 'text') return [receipt, ...others].map(receiptText).join('\n');
    return others.length === 0 ? receipt : { receipts: [receipt, ...others] };
  }

  private toReceipt(billed: BilledMessage): ReceiptDto {
    const { id, timestamp, text } = billed.message;
    return {
      message_id: id,
      timestamp,
      ...explainPrice(billed, this.rateCards.billing),
      ...(this.settings.receiptText && { text }),
    };
  }
}
