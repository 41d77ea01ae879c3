import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { compareCredits, isLess, ZERO } from '../pricing/index.js';
import { referenceTo } from '../rate-cards/rate-card-reference.dto.js';
import { type IdentifiedRateCard, RateCardsService } from '../rate-cards/rate-cards.service.js';
import { boundsOf } from '../summary/bounds.js';
import { inWindows } from '../summary/in-windows.js';
import { instantOf } from '../time/instant.js';
import { endOfWindow, startOfWindow, type Window, windowsOf } from '../time/windows.js';
import { BillingService } from '../usage/billing.service.js';
import { CreditCalculatorService } from '../usage/credit-calculator.service.js';
import { byChange, compare, type ComparedMessage, toComparedCredits, totalOf } from './compared-message.js';
import type { ComparedDayDto, ComparisonDto } from './comparison.dto.js';

const TOP = 20;
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

  private async with(candidate: IdentifiedRateCard, timeZone: string): Promise<ComparisonDto> {
    const baseline = this.rateCards.billing;
    const { messages, reports } = await this.billing.readPeriod();
    const compared = messages.map((message) => {
      const priceBy = ({ card }: IdentifiedRateCard) => this.calculator.bill(message, reports, card);
      return compare(priceBy(baseline), priceBy(candidate));
    });
    const changed = compared.filter(({ difference }) => compareCredits(difference, ZERO) !== 0);
    const dearer = changed.filter(({ difference }) => isLess(ZERO, difference)).length;
    return {
      baseline: referenceTo(baseline),
      candidate: referenceTo(candidate),
      totals: totalOf(compared),
      messages: {
        dearer,
        cheaper: changed.length - dearer,
        unchanged: compared.length - changed.length,
      },
      by_day: daysOf(compared, timeZone),
      top_changes: changed
        .toSorted(byChange)
        .slice(0, TOP)
        .map((message) => ({ message_id: message.message.id, ...toComparedCredits(message) })),
    };
  }
}

const daysOf = (compared: readonly ComparedMessage[], timeZone: string): ComparedDayDto[] =>
  inWindows(compared, daysFor(compared, timeZone)).map(({ window, messages }) => ({
    date: window.from.toPlainDate().toString(),
    ...totalOf(messages),
  }));

/** Every day from the first to the last; where a stray timestamp makes that too many, those with a message. */
const daysFor = (compared: readonly ComparedMessage[], timeZone: string): Window[] => {
  const bounds = boundsOf(compared, {}, 'P1D', timeZone);
  const days = bounds ? windowsOf(bounds, 'P1D', timeZone, MAX_DAYS) : [];
  if (days.length <= MAX_DAYS) return days;
  const occupied = compared.map(({ message: { timestamp } }) => {
    const at = instantOf(timestamp).toZonedDateTimeISO(timeZone);
    return { from: startOfWindow(at, 'P1D'), to: endOfWindow(at, 'P1D') };
  });
  const distinct = new Map(occupied.map((day) => [day.from.toString(), day]));
  return [...distinct.values()].toSorted((a, b) => Temporal.ZonedDateTime.compare(a.from, b.from));
};
