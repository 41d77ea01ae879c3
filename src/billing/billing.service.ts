import { Injectable } from '@nestjs/common';
import { addRequestFields } from '../observability/request-context.js';
import type { MessageCollector } from '../period/message.js';
import type { Period } from '../period/period.js';
import type { RateCard } from '../pricing/index.js';
import { mapInTimeSlices } from '../time/map-in-time-slices.js';
import { TimeSlice } from '../time/time-slice.js';
import { Bill } from './bill.js';
import { BillEvents } from './bill-events.js';
import type { BilledMessage, PricedText } from './billed-message.js';
import { CreditCalculatorService } from './credit-calculator.service.js';
import { CurrentPeriodService } from './current-period.service.js';
import { PeriodReader } from './period-reader.js';
import { countRepeatedIds } from './repeated-ids.js';
import { NO_UPSTREAM_CALLS, withUpstreamFields } from './upstream-fields.js';
import { UpstreamReads } from './upstream-reads.js';

export interface CurrentBill {
  readonly bill: Bill;
  /** Milliseconds since upstream was asked; undefined if this bill asked it. */
  readonly ageMs: number | undefined;
}

/** A bill, and a collector that has received all of its messages with their texts. */
export interface BillWithTexts<Collector> {
  readonly bill: Bill;
  readonly collector: Collector;
}

/** Prices the current period. Every feature gets the cost of messages here. */
@Injectable()
export class BillingService {
  /** One bill for each period: both are immutable. */
  private readonly bills = new WeakMap<Period, Bill>();

  constructor(
    private readonly periods: CurrentPeriodService,
    private readonly reads: UpstreamReads,
    private readonly reader: PeriodReader,
    private readonly calculator: CreditCalculatorService,
    private readonly events: BillEvents,
  ) {}

  /**
   * The current bill, by the billing rate card. Throws an UpstreamError if any part of it could not
   * be read.
   */
  async currentBill(): Promise<CurrentBill> {
    const read = this.periods.read();
    const bill = this.billOf(await withUpstreamFields(read));
    return { bill: bill instanceof Promise ? await bill : bill, ageMs: read.ageMs };
  }

  /**
   * The current bill, read as {@link currentBill} reads it, without a word to listeners: nothing is
   * recorded for it. Throws an UpstreamError.
   */
  async unannouncedBill(): Promise<CurrentBill> {
    const read = this.periods.read();
    const period = await withUpstreamFields(read);
    addRequestFields({ messages: period.messages.length });
    return { bill: this.bills.get(period) ?? new Bill(period), ageMs: read.ageMs };
  }

  /**
   * The current bill, if it has been made and may be used without asking upstream; undefined
   * otherwise.
   */
  cachedBill(): CurrentBill | undefined {
    const { cachedFresh } = this.periods;
    const bill = cachedFresh && this.bills.get(cachedFresh.period);
    if (!bill) return undefined;
    addRequestFields({ ...NO_UPSTREAM_CALLS, messages: bill.messages.length });
    return { bill, ageMs: cachedFresh.ageMs };
  }

  /**
   * The current bill, and a collector that has received its messages with their texts: for features
   * that price texts line by line or by another rate card. Throws an UpstreamError, or what the
   * collector throws.
   */
  async currentBillWithTexts<Collector extends MessageCollector>(
    newCollector: () => Collector,
  ): Promise<BillWithTexts<Collector>> {
    const { period, collector } = await withUpstreamFields(this.periods.readTexts(newCollector));
    return { bill: await this.billOf(period), collector };
  }

  /**
   * Prices messages that belong to no period, line by line. Gives up when `callerLeft` aborts.
   * Throws an UpstreamError if a report that they name could not be read, and a TooManyLookUpsError
   * if too many look-ups are waiting.
   */
  async estimate(
    messages: readonly PricedText[],
    card: RateCard,
    callerLeft?: AbortSignal,
  ): Promise<BilledMessage<PricedText>[]> {
    const read = this.reads.start((deadline) => this.reader.readReportsOf(messages, deadline), callerLeft);
    const reports = await withUpstreamFields(read);
    return mapInTimeSlices(messages, (message) => this.calculator.bill(message, reports, card));
  }

  /**
   * Returns a promise only if repeated ids must be counted, which takes long for a million
   * messages.
   */
  private billOf(period: Period): Bill | Promise<Bill> {
    addRequestFields({ messages: period.messages.length });
    const known = this.bills.get(period);
    if (known) return known;
    const bill = new Bill(period);
    this.bills.set(period, bill);
    if (period.messages.idsAscend) return this.made(bill, 0);
    return countRepeatedIds(period.messages, new TimeSlice()).then((count) => this.made(bill, count));
  }

  private made(bill: Bill, repeatedIds: number): Bill {
    this.events.billMade({ bill, repeatedIds });
    return bill;
  }
}
