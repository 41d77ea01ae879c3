import { Injectable } from '@nestjs/common';
import { credits, priceReport, priceTextInSteps, type PricingOptions, type RateCard } from '../pricing/index.js';
import { TimeSlice } from '../time/time-slice.js';
import { type BilledMessage, basisOf, type PricedText } from './billed-message.js';
import type { Report } from '../period/message.js';

/** Prices single messages, line by line. The injectable entry to `pricing`. */
@Injectable()
export class CreditCalculatorService {
  /**
   * Prices a message: by its report if that exists, by its text otherwise. `reports` must hold
   * every report that the message could name and that exists, by id. Yields to other work while it
   * prices a long text.
   */
  async bill<Priced extends PricedText>(
    message: Priced,
    reports: ReadonlyMap<number, Report>,
    card: RateCard,
    options: PricingOptions = {},
  ): Promise<BilledMessage<Priced>> {
    const { text, reportId } = message;
    const report = reportId === undefined ? undefined : reports.get(reportId);
    const basis = basisOf(reportId, report);
    if (report) return { message, basis, report, price: priceReport(credits(report.creditCost)) };
    return { message, basis, report, price: await new TimeSlice().finish(priceTextInSteps(card, text, options)) };
  }
}
