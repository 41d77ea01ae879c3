import { Injectable, Logger } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import type { RateCard } from '../pricing/index.js';
import { RateCardsService } from '../rate-cards/rate-cards.service.js';
import type { BilledMessage, PricedText } from './billed-message.js';
import { CreditCalculatorService, type PricingOptions } from './credit-calculator.service.js';
import type { Message, Period } from './upstream/period.js';
import { PeriodService, type Reading } from './upstream/period.service.js';

/** The current period, priced. Every room that speaks of what messages cost gets it here. */
@Injectable()
export class BillingService {
  private readonly logger = new Logger(BillingService.name);

  constructor(
    private readonly periods: PeriodService,
    private readonly calculator: CreditCalculatorService,
    private readonly rateCards: RateCardsService,
    private readonly requestLog: PinoLogger,
  ) {}

  /** The bill by the card that bills. Throws an UpstreamError where any part of it could not be read. */
  async currentPeriod(): Promise<BilledMessage[]> {
    return this.bill(await this.readPeriod(), this.rateCards.billing.card);
  }

  /** The messages and their reports, unpriced: for rooms that price only some of it, or by another card. */
  async readPeriod(): Promise<Period> {
    const period = await this.noting(this.periods.read());
    this.requestLog.assign({ messages: period.messages.length });
    this.warnOfRepeatedIds(period.messages);
    return period;
  }

  /** What messages that are in no period would cost. Throws an UpstreamError where a report that they name could not be read. */
  async estimate(messages: readonly PricedText[], card: RateCard): Promise<BilledMessage<PricedText>[]> {
    const reports = await this.noting(this.periods.readReportsOf(messages));
    return messages.map((message) => this.calculator.bill(message, reports, card));
  }

  bill({ messages, reports }: Period, card: RateCard, options: PricingOptions = {}): BilledMessage[] {
    return messages.map((message) => this.calculator.bill(message, reports, card, options));
  }

  /** What the request spends upstream goes into its line of the log, whether it succeeds or not. */
  private async noting<Result>({ result, budget }: Reading<Result>): Promise<Result> {
    try {
      return await result;
    } finally {
      this.requestLog.assign({ upstream_calls: budget.calls, upstream_retries: budget.retries });
    }
  }

  /** All are billed as upstream sent them; whether that is right is for a person to say. */
  private warnOfRepeatedIds(messages: readonly Message[]): void {
    const repeated = messages.length - new Set(messages.map(({ id }) => id)).size;
    if (repeated > 0) this.logger.warn(`${repeated} messages repeat the id of another one; all are billed`);
  }
}
