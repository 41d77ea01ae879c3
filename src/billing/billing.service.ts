import { Injectable, Logger } from '@nestjs/common';
import { MetricsService } from '../observability/metrics/metrics.service.js';
import { addRequestFields, type RequestFields } from '../observability/request-context.js';
import { type PricingOptions, type RateCard, toDecimal } from '../pricing/index.js';
import { mapInTurns } from '../time/map-in-turns.js';
import { TimeSlice } from '../time/time-slice.js';
import { Bill } from './bill.js';
import type { BilledMessage, PricedText } from './billed-message.js';
import { CreditCalculatorService } from './credit-calculator.service.js';
import { CurrentPeriodService, type Period, type Reading } from './current-period.service.js';
import { countRepeated } from './repeated-ids.js';
import type { MessageCollector, Report } from '../period/message.js';

export interface CurrentBill {
  readonly bill: Bill;
  /** Milliseconds since upstream was asked, where it was not asked for this bill. */
  readonly ageMs: number | undefined;
}

const spent = ({ calls, retries }: Reading<unknown>['budget']): RequestFields => ({
  upstream_calls: calls,
  upstream_retries: retries,
});

const NOTHING_SPENT = spent({ calls: 0, retries: 0 });

/** The current period, priced. Every room that speaks of what messages cost gets it here. */
@Injectable()
export class BillingService {
  private readonly logger = new Logger(BillingService.name);
  /** A period never changes, and neither does its bill. */
  private readonly bills = new WeakMap<Period, Bill>();

  constructor(
    private readonly periods: CurrentPeriodService,
    private readonly calculator: CreditCalculatorService,
    private readonly metrics: MetricsService,
  ) {}

  /** The bill by the card that bills. Throws an UpstreamError where any part of it could not be read. */
  async currentBill(): Promise<CurrentBill> {
    const reading = this.periods.read();
    const bill = this.billOf(await this.noting(reading));
    return { bill: bill instanceof Promise ? await bill : bill, ageMs: reading.ageMs };
  }

  /** The bill that may be given without asking upstream, where it is made already. */
  freshBill(): CurrentBill | undefined {
    const { fresh } = this.periods;
    const bill = fresh && this.bills.get(fresh.period);
    if (!bill) return undefined;
    addRequestFields({ ...NOTHING_SPENT, messages: bill.length });
    return { bill, ageMs: fresh.ageMs };
  }

  /** The same, and every message with its text into `sink`: for rooms that price some of them with their lines, or by another card. */
  async currentBillWithTexts(sink: MessageCollector): Promise<Bill> {
    return this.billOf(await this.noting(this.periods.readTexts(sink)));
  }

  /**
   * What messages that are in no period would cost; given up once `left` says that the caller has gone. Throws an UpstreamError where a
   * report that they name could not be read, and a TooManyLookUpsError where its turn did not come.
   */
  async estimate(
    messages: readonly PricedText[],
    card: RateCard,
    left?: AbortSignal,
  ): Promise<BilledMessage<PricedText>[]> {
    const reports = await this.noting(this.periods.readReportsOf(messages, left));
    return this.explain(messages, reports, card);
  }

  /** Each of these with the lines of its price. `reports` has every report that they name and that exists. */
  explain<Priced extends PricedText>(
    messages: readonly Priced[],
    reports: ReadonlyMap<number, Report>,
    card: RateCard,
    options: PricingOptions = {},
  ): Promise<BilledMessage<Priced>[]> {
    return mapInTurns(messages, (message) => this.calculator.bill(message, reports, card, options));
  }

  /** A promise only where ids have to be counted, which takes a while for a million. */
  private billOf(period: Period): Bill | Promise<Bill> {
    addRequestFields({ messages: period.messages.length });
    const known = this.bills.get(period);
    if (known) return known;
    const bill = new Bill(period);
    this.bills.set(period, bill);
    return bill.idsAscend
      ? this.made(bill, 0)
      : countRepeated(bill, new TimeSlice()).then((count) => this.made(bill, count));
  }

  private made(bill: Bill, repeatedIds: number): Bill {
    if (repeatedIds > 0) this.warnOfRepeatedIds(repeatedIds);
    this.metrics.billMade({ entries: bill.entriesByBasis(), credits: toDecimal(bill.wholeTotal()), repeatedIds });
    return bill;
  }

  /** What the request spends upstream goes into its line of the log, whether it succeeds or not. */
  private async noting<Result>({ result, budget }: Reading<Result>): Promise<Result> {
    try {
      return await result;
    } finally {
      addRequestFields(spent(budget));
    }
  }

  /** All are billed as upstream sent them; whether that is right is for a person to say. */
  private warnOfRepeatedIds(repeated: number): void {
    this.logger.warn(`${repeated} messages repeat the id of another one; all are billed`);
  }
}
