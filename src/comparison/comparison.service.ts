import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { referenceTo } from '../rate-cards/rate-card-reference.dto.js';
import { type IdentifiedRateCard, RateCardsService } from '../rate-cards/rate-cards.service.js';
import { boundsOf } from '../summary/bounds.js';
import { inWindows } from '../summary/in-windows.js';
import { instantOf } from '../time/instant.js';
import { endOfWindow, startOfWindow, type Window, windowsOf } from '../time/windows.js';
import type { Bill } from '../usage/bill.js';
import { BillingService } from '../usage/billing.service.js';
import { CreditCalculatorService } from '../usage/credit-calculator.service.js';
import { byTime } from '../usage/sorting.js';
import { CandidatePrices } from './candidate-prices.js';
import { changesOf, type ComparedBills, totalOf } from './compared-bills.js';
import type { ComparedDayDto, ComparisonDto } from './comparison.dto.js';

const MAX_DAYS = 10_000;

/** Prices the current period by the card that bills and by another one. Nothing of it is kept. */
@Injectable()
export class ComparisonService {
  constructor(
    private readonly billing: BillingService,
    private readonly calculator: CreditCalculatorService,
    private readonly rateCards: RateCardsService,
  ) {}

  /** Throws an UnknownRateCardError or an UpstreamError. */
  withKnownCard(id: string, timeZone: string): Promise<ComparisonDto> {
    return this.with(this.rateCards.get(id), timeZone);
  }

  /** With a card that the caller brings along. Throws an InvalidInputError or an UpstreamError. */
  withCard(data: unknown, timeZone: string): Promise<ComparisonDto> {
    return this.with(this.rateCards.parse(data), timeZone);
  }

  private async with(card: IdentifiedRateCard, timeZone: string): Promise<ComparisonDto> {
    const prices = new CandidatePrices(this.calculator.textPricer(card.card));
    const baseline = await this.billing.currentBillWithTexts(prices);
    const bills = { baseline, candidate: baseline.pricedBy(prices) };
    const { messages, top } = changesOf(bills);
    return {
      baseline: referenceTo(this.rateCards.billing),
      candidate: referenceTo(card),
      totals: totalOf(bills, baseline.rows()),
      messages,
      by_day: daysOf(bills, timeZone),
      top_changes: top,
    };
  }
}

const daysOf = (bills: ComparedBills, timeZone: string): ComparedDayDto[] => {
  const { baseline } = bills;
  const inOrder = byTime(baseline, baseline.rows());
  return inWindows(baseline, inOrder, daysFor(baseline, inOrder, timeZone)).map(({ window, rows }) => ({
    date: window.from.toPlainDate().toString(),
    ...totalOf(bills, rows),
  }));
};

/** Every day from the first to the last; where a stray timestamp makes that too many, those with a message. */
const daysFor = (bill: Bill, inOrder: Uint32Array, timeZone: string): Window[] => {
  const bounds = boundsOf(bill, inOrder, {}, 'P1D', timeZone);
  const days = bounds ? windowsOf(bounds, 'P1D', timeZone, MAX_DAYS) : [];
  return days.length <= MAX_DAYS ? days : occupiedDays(bill, inOrder, timeZone);
};

const occupiedDays = (bill: Bill, inOrder: Uint32Array, timeZone: string): Window[] => {
  const days: Window[] = [];
  for (const row of inOrder) {
    const at = instantOf(bill.timestamp(row)).toZonedDateTimeISO(timeZone);
    const last = days.at(-1);
    if (last && Temporal.ZonedDateTime.compare(at, last.to) < 0) continue;
    days.push({ from: startOfWindow(at, 'P1D'), to: endOfWindow(at, 'P1D') });
  }
  return days;
};
